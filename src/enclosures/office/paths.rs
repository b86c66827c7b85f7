//! Paths on somebody's computer, which often begin with their name; and paths within an office file.

/// Whether a text that nobody sees tells of a file or folder of the one who wrote it.
pub(super) fn is_of_a_computer(text: &str) -> bool {
    let small = text.to_lowercase();
    let drive = |place: usize| {
        let before = small.get(..place).and_then(|before| before.chars().next_back());
        before.is_some_and(|letter| letter.is_ascii_lowercase())
    };
    small.contains("file:")
        || small.match_indices(":\\").any(|(place, _)| drive(place))
        || small.match_indices(":/").any(|(place, _)| drive(place) && !small.get(place..).unwrap_or_default().starts_with("://"))
        || small.starts_with("\\\\")
        || [" \\\\", "\"\\\\", "/users/", "/home/", "\\users\\", "/volumes/", "/storage/emulated/"]
            .iter()
            .any(|part| small.contains(part))
}

/// Whether it is the name of a picture that was put in.
pub(super) fn is_of_a_file(text: &str) -> bool {
    let small = text.trim_end().to_lowercase();
    let ends = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp", ".emf", ".wmf", ".svg", ".pdf"];
    ends.iter().any(|end| small.ends_with(end)) || is_of_a_computer(text)
}

/// Where a link leads that stands in this part.
pub(super) fn linked(part: &str, target: &str) -> String {
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let target = target.replace('\\', "/");
    let path = if target.starts_with('/') { target } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Where the links of a part stand.
pub(super) fn links_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    format!("{folder}{}_rels/{name}.rels", if folder.is_empty() { "" } else { "/" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_computers_are_told_from_what_looks_like_them() {
        let of_a_computer = [
            "C:\\Users\\somchai\\a.docx",
            " LINK Excel.Sheet \"D:\\\\งาน\\\\a.xlsx\"",
            "file:///a",
            "\\\\server\\somchai",
            "/home/somchai/a.png",
            "c:/a.png",
        ];
        for path in of_a_computer {
            assert!(is_of_a_computer(path), "{path}");
        }
        for other in ["http://moph.go.th/a", "https://x:8080/a", "ก: ข", "12:30", "#,##0\\ ", "a/b", ""] {
            assert!(!is_of_a_computer(other), "{other}");
        }
        assert!(is_of_a_file("IMG_2041.JPG") && !is_of_a_file("Picture 1"));
    }

    #[test]
    fn links_are_followed_from_the_part_they_stand_in() {
        assert_eq!(linked("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(linked("xl/a/b.xml", "..\\c.xml"), "xl/c.xml");
        assert_eq!(linked("", "/a.xml"), "a.xml");
        assert_eq!(links_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(links_of(""), "_rels/.rels");
    }
}
