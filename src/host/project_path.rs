use atlas_engine::percent_encoding::encode_path;
use atlas_engine::portfolio::Project;

/// The longest id, in bytes, that is used unchanged as a folder name.
const MAX_FOLDER_LENGTH: usize = 100;

/// The percent-encoded path of a project's own page, relative to the site's folder.
pub(crate) fn path_of(project: &Project) -> String {
    let mut path = String::from("projects/");
    encode_path(&folder_of(project), &mut path);
    path.push('/');
    path
}

/// The project's id or, if that is no valid folder name, what is left of it with a hash of the id.
pub(crate) fn folder_of(project: &Project) -> String {
    let id = &project.id;
    let plain = |letter: char| letter.is_alphanumeric() || "-_~.".contains(letter);
    let is_plain = id.chars().all(plain) && !id.starts_with('.') && !id.ends_with('.');
    if is_plain && !id.is_empty() && id.len() <= MAX_FOLDER_LENGTH {
        return id.clone();
    }
    // FNV-1a, in 64 bits.
    let number = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let slug: String = atlas_engine::text::slug(id).chars().take(40).collect();
    format!("{slug}-{number:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(id: &str) -> Project {
        Project {
            id: id.to_owned(),
            ..Project::default()
        }
    }

    #[test]
    fn no_id_escapes_the_projects_folder() {
        for id in ["..", ".", "", "a/b", "../../etc", "a\\b", "a?b", "c:", "é…"] {
            let folder = folder_of(&project(id));
            let plain = |letter: char| letter.is_alphanumeric() || letter == '-';
            assert!(
                folder.chars().all(plain) && !folder.is_empty(),
                "{id}: {folder}"
            );
        }
        assert_ne!(folder_of(&project("a/b")), folder_of(&project("a b")));
    }

    #[test]
    fn a_plain_id_is_the_folder_name() {
        assert_eq!(folder_of(&project("agire")), "agire");
        assert_eq!(path_of(&project("Ärzte_1.2")), "projects/%C3%84rzte_1.2/");
    }
}
