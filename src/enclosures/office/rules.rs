//! What goes out of the markup of office files: where programs note people, times, machines and places.

use crate::enclosures::Kind;

/// Elements that go with all that is in them.
pub(super) fn goes(kind: Kind, element: &str) -> bool {
    let everywhere =
        "creationId modId rowId colId svgBlip imgProps custDataLst reactions taskDetails taskHistoryDetails uniqueId";
    let own = match kind {
        Kind::Docx => {
            "rsids rsid docVars attachedTemplate mailMerge dataBinding docId persistentDocumentId writeProtection documentProtection \
             saveThroughXslt smartTagType subDoc nsid tmpl"
        }
        Kind::Xlsx => {
            "fileVersion fileSharing fileRecoveryPr absPath revisionPtr documentId customWorkbookViews customSheetViews webPublishing \
             webPublishItems webPublishObjects customProperties protectedRanges scenarios smartTags smartTagTypes smartTagPr \
             alternateUrls sheetDataSet workbookProtection"
        }
        Kind::Pptx => "modifyVerifier photoAlbum smartTags",
        Kind::Jpeg | Kind::Png | Kind::Pdf => "",
    };
    is_in(everywhere, element) || is_in(own, element)
}

/// Elements of which one is enough, since nobody is told from anybody.
pub(super) fn is_enough_once(kind: Kind, element: &str) -> bool {
    kind == Kind::Pptx && element == "author"
}

/// Elements whose text is the name of somebody.
pub(super) fn names_somebody(kind: Kind, element: &str) -> bool {
    kind == Kind::Xlsx && element == "author"
}

/// Elements that stay without their link when it is cut; all others go with it.
pub(super) fn stays_unlinked(kind: Kind, element: &str) -> bool {
    matches!(element, "pageSetup" | "blip" | "imagedata" | "fill" | "stroke" | "documentPr")
        || (element == "hyperlink" && kind == Kind::Docx)
}

/// What becomes of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    AsItIs,
    Now(&'static str),
    Gone,
}

/// Whom the office programs themselves name when they are told to name nobody.
pub(super) const SOMEBODY: &str = "Author";
const SOMEBODY_SHORT: &str = "A";
/// Newer programs number people the same in all their files.
const NOBODY: &str = "{00000000-0000-0000-0000-000000000000}";
/// For moments that must be there.
const SOME_TIME: &str = "2000-01-01T00:00:00.000";

pub(super) fn attribute(kind: Kind, element: &str, name: &str, value: &str) -> Value {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let is_revision = prefix.strip_prefix("xr").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if is_revision || local.starts_with("rsid") || matches!(local, "paraId" | "textId" | "durableId" | "dateUtc") {
        return Value::Gone;
    }
    match (kind, element, local) {
        (Kind::Docx, _, "date" | "userId" | "oldAuthor")
        | (Kind::Xlsx, "pivotCacheDefinition", "refreshedBy" | "refreshedDate" | "refreshedDateIso")
        | (Kind::Xlsx, "table" | "tableColumn", "tableType" | "connectionId" | "queryTableFieldId")
        | (Kind::Pptx, "cm", "dt")
        // Where a picture in VML came from.
        | (_, "imagedata", "title" | "href" | "src") => Value::Gone,
        (Kind::Docx, _, "author") | (Kind::Pptx, "cmAuthor" | "author", "name" | "userId") => Value::Now(SOMEBODY),
        (Kind::Docx, _, "initials") | (Kind::Pptx, "cmAuthor" | "author", "initials") => Value::Now(SOMEBODY_SHORT),
        (Kind::Pptx, "author", "providerId") => Value::Now("None"),
        (Kind::Pptx, "author", "id") => Value::Now(NOBODY),
        (Kind::Pptx, "cm" | "reply", "authorId") if value.starts_with('{') => Value::Now(NOBODY),
        (Kind::Pptx, "cm" | "reply", "created") => Value::Now(SOME_TIME),
        _ => Value::AsItIs,
    }
}

/// Attributes that programs fill with the name of the file a picture came from.
pub(super) fn may_name_a_file(element: &str, local: &str) -> bool {
    matches!(element, "cNvPr" | "docPr" | "shape" | "rect" | "imagedata") && matches!(local, "name" | "descr" | "title" | "alt")
}

/// Attributes that nobody sees, and that may lead to a file.
pub(super) fn may_hold_a_path(local: &str) -> bool {
    matches!(
        local,
        "descr" | "title" | "alt" | "instr" | "href" | "src" | "tooltip" | "val" | "target" | "link" | "location" | "action"
    )
}

/// Elements whose text is for programs.
pub(super) fn is_code(element: &str) -> bool {
    matches!(element, "instrText" | "delInstrText" | "f" | "definedName")
}

/// Elements that must hold something, so that they go when it goes.
pub(super) fn goes_when_bare(element: &str) -> bool {
    matches!(element, "hyperlinks" | "definedNames" | "ext" | "extLst" | "Choice" | "AlternateContent")
}

/// Handwriting with the moment of every stroke; without it nothing would be seen.
pub(super) fn refuses(element: &str) -> bool {
    element == "contentPart"
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|own| own == word)
}
