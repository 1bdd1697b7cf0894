//! What systems do differently: modes, inodes, mounts and the exchange of two folders.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

/// Gives a file the mode 0644, whatever the umask or the file it was copied from. It mostly has it already, and asking
/// costs less than setting.
pub(super) fn set_file_mode(file: &File) -> io::Result<()> {
    if has_file_mode(&file.metadata()?) {
        return Ok(());
    }
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    Ok(())
}

/// Makes a folder of the mode 0755.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    Ok(())
}

/// Whether a file has the mode 0644.
pub(super) fn has_file_mode(metadata: &Metadata) -> bool {
    #[cfg(unix)]
    return std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o7777 == 0o644;
    #[cfg(not(unix))]
    return !metadata.permissions().readonly();
}

/// Whether a folder made by us can take the place of this one without a loss: same disk, same owner, open to its owner.
pub(super) fn can_be_remade(folder: &Metadata, ours: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let place = |metadata: &Metadata| (metadata.dev(), metadata.uid(), metadata.gid());
        place(folder) == place(ours) && folder.mode() & 0o700 == 0o700
    }
    #[cfg(not(unix))]
    {
        folder.permissions() == ours.permissions()
    }
}

/// Whether two paths name one file or folder. Links are followed.
#[cfg(unix)]
pub(super) fn same_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| fs::metadata(path).map(|metadata| (metadata.dev(), metadata.ino())).ok();
    identity(one).is_some_and(|one| Some(one) == identity(other))
}

/// Whether two paths name one file or folder. Links are followed.
#[cfg(not(unix))]
pub(super) fn same_inode(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|one| Some(one) == real(other))
}

/// Whether two names, not followed if they are links, are one file: one is a hard link of the other.
#[cfg(unix)]
pub(super) fn is_hard_link(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| fs::symlink_metadata(path).map(|metadata| (metadata.dev(), metadata.ino())).ok();
    identity(one).is_some_and(|one| Some(one) == identity(other))
}

/// Whether two names look like one file: without inodes, size and time have to do.
#[cfg(not(unix))]
pub(super) fn is_hard_link(one: &Path, other: &Path) -> bool {
    let identity = |path: &Path| {
        let metadata = fs::symlink_metadata(path).ok()?;
        Some((metadata.len(), metadata.modified().ok()?))
    };
    identity(one).is_some_and(|one| Some(one) == identity(other))
}

/// Whether another file system, or another view of the same one, begins at this folder: then it cannot be renamed.
pub(super) fn is_mount_point(folder: &Path) -> bool {
    let Some(parent) = folder.parent() else { return true };
    match (mount(folder), mount(parent)) {
        (Some(inside), Some(outside)) => inside != outside,
        _ => false,
    }
}

/// The mount's number, which unlike the device differs for a folder that is bound to a second place.
#[cfg(target_os = "linux")]
fn mount(folder: &Path) -> Option<u64> {
    use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
    use std::os::unix::fs::MetadataExt;
    let numbered = statx(CWD, folder, AtFlags::empty(), StatxFlags::MNT_ID).ok();
    match numbered {
        Some(status) if status.stx_mask & StatxFlags::MNT_ID.bits() != 0 => Some(status.stx_mnt_id),
        _ => fs::metadata(folder).ok().map(|metadata| metadata.dev()),
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn mount(folder: &Path) -> Option<u64> {
    fs::metadata(folder).ok().map(|metadata| std::os::unix::fs::MetadataExt::dev(&metadata))
}

#[cfg(not(unix))]
fn mount(_: &Path) -> Option<u64> {
    None
}

/// Exchanges two folders in one step that nothing can interrupt.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Exchanges two folders in one step: this system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_mount_point_is_told_from_a_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!is_mount_point(folder.path()));
        assert!(is_mount_point(Path::new("/proc")));
        assert!(is_mount_point(Path::new("/")));
    }

    #[test]
    fn an_exchange_swaps_two_folders_or_says_that_it_cannot() {
        let folder = tempfile::tempdir().expect("a folder");
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        for path in [&one, &other] {
            create_folder(path).expect("a folder");
            fs::write(path.join("name"), path.as_os_str().as_encoded_bytes()).expect("a file");
        }
        match exchange(&one, &other) {
            Ok(()) => assert_eq!(fs::read(one.join("name")).expect("a file"), other.as_os_str().as_encoded_bytes()),
            Err(error) => assert!(super::super::swap::is_unsupported(&error), "{error}"),
        }
    }
}
