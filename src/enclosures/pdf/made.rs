//! PDFs made for tests, with a name in every place where programs put one.

use crate::enclosures::pictures::made::jpeg;
use flate2::{Compression, write::ZlibEncoder};
use std::io::Write as _;

pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{dict}/Length {}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// What a page of the PDF below says and draws.
fn content() -> Vec<u8> {
    let text = "/OC /Layer BDC BT /F1 24 Tf 20 150 Td (The question) Tj ET EMC /P <</MCID 0>> BDC EMC q 50 0 0 50 20 20 cm /Im0 Do Q \
                /CS0 cs 1 0 0 sc 100 20 50 50 re f";
    stream("/Filter/FlateDecode", &packed(text.as_bytes()))
}

/// By number, from one. Between the words is what must go.
fn objects() -> Vec<Vec<u8>> {
    let plain = [
        "<</Type/Catalog/Pages 2 0 R/Metadata 20 0 R/OpenAction 21 0 R/AA<</WC 21 0 R>>/AcroForm 22 0 R/Outlines 12 0 R/Lang(th)\
         /Names<</EmbeddedFiles<</Names[(SOMCHAI-METADATA) 23 0 R]>>/JavaScript<</Names[(a) 21 0 R]>>/Dests 15 0 R>>\
         /OutputIntents[<</Info(SOMCHAI-METADATA)>>]/PieceInfo<</A(SOMCHAI-METADATA)>>/StructTreeRoot 25 0 R/MarkInfo<</Marked true>>\
         /OCProperties<</OCGs[14 0 R]/D<</Order[14 0 R]/Creator(SOMCHAI-METADATA)>>>>/AF[23 0 R]/SOMCHAI-METADATA 1>>",
        "<</Type/Pages/Kids[3 0 R 26 0 R]/Count 2/MediaBox[0 0 300 200]/Author(SOMCHAI-METADATA)>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 5 0 R/Annots 8 0 R/Thumb 24 0 R/LastModified(D:20261123SOMCHAI-METADATA)\
         /PieceInfo<</A(SOMCHAI-METADATA)>>/StructParents 0/AA<</O 21 0 R>>/Metadata 20 0 R>>",
        "content",
        "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</Im0 6 0 R>>/ColorSpace<</CS0[/ICCBased 7 0 R]>>\
         /Properties<</Layer 14 0 R/MC0<</Title(SOMCHAI-METADATA)>>>>>>",
        "jpeg",
        "profile",
        "[9 0 R 10 0 R 11 0 R <</Subtype/FileAttachment/FS 23 0 R/Contents(SOMCHAI-METADATA)>> <</Subtype/Popup/Contents(SOMCHAI-METADATA)>> 17 0 R]",
        "<</Type/Annot/Subtype/Highlight/Rect[1 1 9 9]/Contents(a remark)/T(SOMCHAI-METADATA)/M(D:2026 SOMCHAI-METADATA)\
         /NM(SOMCHAI-METADATA)/CreationDate(D:SOMCHAI-METADATA)/RC(SOMCHAI-METADATA)/Subj(SOMCHAI-METADATA)/P 3 0 R/Popup 27 0 R>>",
        "<</Subtype/Link/Rect[1 1 9 9]/A<</S/URI/URI(http://moph.go.th/)/Next 21 0 R>>/PA 21 0 R>>",
        "<</Subtype/Link/Rect[1 1 9 9]/A<</S/Launch/F(C:\\\\SOMCHAI-METADATA)>>>>",
        "<</Type/Outlines/First 13 0 R/Last 13 0 R/Count 1>>",
        "<</Title(A chapter)/Parent 12 0 R/Dest[26 0 R/Fit]/SE 25 0 R/SOMCHAI-METADATA true>>",
        "<</Type/OCG/Name(Layer)/Usage<</CreatorInfo<</Creator(SOMCHAI-METADATA)>>/User<</Name(SOMCHAI-METADATA)>>>>>>",
        "<</Names[(there)[3 0 R/Fit](hidden)[16 0 R/Fit]]>>",
        "<</Type/Page/Contents(SOMCHAI-METADATA: in no tree)>>",
        "<</Subtype/Widget/FT/Tx/T(SOMCHAI-METADATA)/TU(SOMCHAI-METADATA)/V(SOMCHAI-METADATA)/Rect[10 100 200 120]/AP<</N 18 0 R>>/AA<</K 21 0 R>>>>",
        "form",
        "<</Author(SOMCHAI-METADATA)/Creator(SOMCHAI-METADATA)/CreationDate(D:2026SOMCHAI-METADATA)>>",
        "metadata",
        "<</S/JavaScript/JS(app.alert('SOMCHAI-METADATA'))>>",
        "<</Fields[17 0 R]/XFA[(SOMCHAI-METADATA) 20 0 R]/SigFlags 3>>",
        "<</Type/Filespec/F(SOMCHAI-METADATA)/EF<</F 20 0 R>>>>",
        "metadata",
        "<</Type/StructTreeRoot/K<</S/Figure/Alt(C:\\\\SOMCHAI-METADATA)/T(SOMCHAI-METADATA)>>>>",
        "<</Type/Page/Parent 2 0 R/Resources<<>>>>",
        "<</Subtype/Popup/Contents(SOMCHAI-METADATA)>>",
    ];
    plain
        .into_iter()
        .map(|object| match object {
            "content" => content(),
            "jpeg" => stream(
                "/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray/Filter[/FlateDecode/DCTDecode]\
                 /Metadata 20 0 R/Author(SOMCHAI-METADATA)/PieceInfo<</A(SOMCHAI-METADATA)>>",
                &packed(&jpeg(Some(6))),
            ),
            "profile" => stream("/N 3", b"acsp SOMCHAI-METADATA"),
            "form" => stream(
                "/Subtype/Form/BBox[0 0 190 20]/LastModified(SOMCHAI-METADATA)/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
                b"BT /F1 12 Tf 2 5 Td (filled in) Tj ET",
            ),
            "metadata" => stream("/Type/Metadata/Subtype/XML", b"<x:xmpmeta>SOMCHAI-METADATA</x:xmpmeta>"),
            plain => plain.as_bytes().to_vec(),
        })
        .collect()
}

/// Written as programs do, with an old list of places.
pub(in crate::enclosures) fn pdf() -> Vec<u8> {
    let mut file = b"%PDF-1.6\n%SOMCHAI-METADATA\n".to_vec();
    let mut begins = Vec::new();
    for (number, object) in (1..).zip(objects()) {
        begins.push(file.len());
        file.extend([format!("{number} 0 obj\n").as_bytes(), &object, b"\nendobj\n"].concat());
    }
    let at = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", begins.len() + 1).bytes());
    for begins in &begins {
        file.extend(format!("{begins:010} 00000 n \n").bytes());
    }
    let size = begins.len() + 1;
    file.extend(format!("trailer\n<</Root 1 0 R/Info 19 0 R/Size {size}/ID[(SOMCHAI-METADATA)(SOMCHAI-METADATA)]>>\n").bytes());
    file.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
    file
}

/// The same with another object in place of one, as programs save what was changed: behind the old file.
pub(super) fn changed(file: &[u8], number: u32, object: &str) -> Vec<u8> {
    let word = b"startxref\n";
    let at = file.windows(word.len()).rposition(|bytes| bytes == word).unwrap() + word.len();
    let before = String::from_utf8_lossy(&file[at..]).lines().next().unwrap().to_owned();
    let mut out = file.to_vec();
    let begins = out.len();
    out.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    let at = out.len();
    out.extend(
        format!(
            "xref\n{number} 1\n{begins:010} 00000 n \ntrailer\n<</Root 1 0 R/Prev {before}/Size 99>>\nstartxref\n{at}\n%%EOF"
        )
        .bytes(),
    );
    out
}

/// As newer programs write it: what is no stream packed together, and the list of places packed too.
pub(in crate::enclosures) fn packed_pdf() -> Vec<u8> {
    let mut file = b"%PDF-1.6\n".to_vec();
    let (mut heads, mut bodies, mut places) = (String::new(), Vec::new(), Vec::new());
    for (number, object) in (1..).zip(objects()) {
        if object.windows(6).any(|bytes| bytes == b"stream") {
            places.push((number, [1, file.len(), 0]));
            file.extend([format!("{number} 0 obj\n").as_bytes(), &object, b"\nendobj\n"].concat());
        } else {
            places.push((number, [2, 50, places.len()]));
            heads.extend([number.to_string(), " ".to_owned(), bodies.len().to_string(), " ".to_owned()]);
            bodies.extend([&object[..], b"\n"].concat());
        }
    }
    let count = heads.split_whitespace().count() / 2;
    places.push((50, [1, file.len(), 0]));
    let together = stream(
        &format!("/Type/ObjStm/N {count}/First {}/Filter/FlateDecode", heads.len()),
        &packed(&[heads.as_bytes(), &bodies].concat()),
    );
    file.extend([b"50 0 obj\n", &together[..], b"\nendobj\n"].concat());
    let at = file.len();
    // Each row as the difference from the one above.
    let (mut rows, mut above) = (Vec::new(), [0_u8; 5]);
    for (_, [kind, at, place]) in &places {
        let at = u32::try_from(*at).unwrap().to_be_bytes();
        let row = [u8::try_from(*kind).unwrap(), at[1], at[2], at[3], u8::try_from(*place).unwrap()];
        rows.push(2);
        rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    let last = places.len() - 1;
    let table = stream(
        &format!(
            "/Type/XRef/Root 1 0 R/Info 19 0 R/Size 51/W[1 3 1]/Index[1 {last} 50 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>"
        ),
        &packed(&rows),
    );
    file.extend([b"51 0 obj\n", &table[..], b"\nendobj\n"].concat());
    file.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
    file
}
