//! Links between the parts of an office file: which are followed, which are cut, and which make the file refused.

use super::xml;
use crate::enclosures::{Refused, limits};

pub(super) struct Link {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
    pub(super) is_outside: bool,
}

/// What becomes of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Followed,
    /// It leads to the web, and stays as it is.
    Kept,
    /// It leads to a workbook of the writer's; formulas need it to be there, but not where it was.
    Elsewhere,
    Cut,
}

/// What is seen, or needed to see it.
const FOLLOWED: &str = "
    officeDocument theme themeOverride image hyperlink package font
    styles settings fontTable numbering footnotes endnotes header footer comments
    chart chartEx chartUserShapes chartStyle chartColorStyle vmlDrawing drawing ctrlProp
    diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing
    worksheet chartsheet sharedStrings table pivotTable pivotCacheDefinition pivotCacheRecords externalLink
    slicer slicerCache timeline timelineCache sheetMetadata
    rdRichValue rdRichValueStructure rdRichValueTypes rdArray rdRichValueWebImage richStyles richValueRel
    slideMaster slideLayout slide notesMaster notesSlide handoutMaster presProps tableStyles commentAuthors authors";

/// What runs.
const PROGRAMS: &str = "vbaProject wordVbaData xlMacrosheet xlIntlMacrosheet control activeXControlBinary";

/// What holds something in a format of its own.
const FILES: &str = "oleObject aFChunk audio video media model3d";

const OPEN: [&str; 5] = ["http://", "https://", "mailto:", "tel:", "#"];

impl Link {
    pub(super) fn all(part: &[u8]) -> Result<Vec<Self>, Refused> {
        let mut links = Vec::new();
        xml::elements(&xml::text(part)?, |tag| {
            if tag.local_name().into_inner() == "Relationship" {
                let target = xml::attribute(tag, "Target")?;
                let is_outside = xml::attribute(tag, "TargetMode")? == "External" || target.starts_with('#');
                if links.len() >= limits::LINKS {
                    return Err(Refused::Bomb);
                }
                links.push(Self { id: xml::attribute(tag, "Id")?, kind: xml::attribute(tag, "Type")?, target, is_outside });
            }
            Ok(())
        })?;
        Ok(links)
    }

    /// The last word of its kind: the same for all editions of the standard.
    pub(super) fn word(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }

    pub(super) fn fate(&self) -> Result<Fate, Refused> {
        let is_in = |list: &str| list.split_whitespace().any(|word| word == self.word());
        if is_in(PROGRAMS) {
            return Err(Refused::Macros);
        }
        if self.is_outside {
            let target = self.target.to_lowercase();
            return Ok(match self.word() {
                "hyperlink" if OPEN.iter().any(|start| target.starts_with(start)) => Fate::Kept,
                "externalLinkPath" | "xlExternalLinkPath" | "xlPathMissing" | "xlStartup" | "xlLibrary" => Fate::Elsewhere,
                _ => Fate::Cut,
            });
        }
        if is_in(FILES) {
            return Err(Refused::FileInside);
        }
        Ok(if is_in(FOLLOWED) { Fate::Followed } else { Fate::Cut })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fate(word: &str, target: &str, mode: &str) -> Result<Fate, Refused> {
        let text =
            format!(r#"<Relationships><Relationship Id="r1" Type="http://x/{word}" Target="{target}"{mode}/></Relationships>"#);
        Link::all(text.as_bytes()).unwrap()[0].fate()
    }

    #[test]
    fn links_to_what_is_seen_are_followed_and_others_cut_or_refused() {
        let outside = r#" TargetMode="External""#;
        assert_eq!(fate("image", "media/a.png", ""), Ok(Fate::Followed));
        assert_eq!(fate("image", "file:///C:/a.png", outside), Ok(Fate::Cut));
        assert_eq!(fate("hyperlink", "HTTPS://moph.go.th", outside), Ok(Fate::Kept));
        assert_eq!(fate("hyperlink", "file:///C:/a.docx", outside), Ok(Fate::Cut));
        assert_eq!(fate("externalLinkPath", "file:///C:/a.xlsx", outside), Ok(Fate::Elsewhere));
        assert_eq!(fate("core-properties", "docProps/core.xml", ""), Ok(Fate::Cut));
        assert_eq!(fate("vbaProject", "vbaProject.bin", ""), Err(Refused::Macros));
        assert_eq!(fate("oleObject", "embeddings/a.bin", ""), Err(Refused::FileInside));
    }
}
