//! What may stay in a PDF, by what it belongs to.
//!
//! Where a list says what stays, everything else goes. In resources anybody may choose the names, so there the
//! list says what goes.

/// What an object is, by the way it was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Catalogue,
    /// Named places to go to.
    Names,
    Pages,
    Page,
    Annotations,
    Annotation,
    /// What is shown instead of an annotation.
    Appearance,
    Action,
    Outline,
    Layers,
    LayersShown,
    Resources,
    /// What pieces of a page are told to be; only layers are seen.
    Properties,
    /// What draws: fonts, pictures, colours, content.
    Drawing,
}

/// What stands under this key, if it may stay.
pub(super) fn entry(role: Role, key: &[u8]) -> Option<Role> {
    let plain = |keys: &str| keys.split_whitespace().any(|own| own.as_bytes() == key).then_some(Role::Drawing);
    match (role, key) {
        (Role::Catalogue, b"Pages") => Some(Role::Pages),
        (Role::Catalogue, b"Names") => Some(Role::Names),
        (Role::Catalogue | Role::Outline, b"Outlines" | b"First" | b"Last" | b"Next" | b"Prev" | b"Parent") => {
            Some(Role::Outline)
        }
        (Role::Catalogue, b"OCProperties") => Some(Role::Layers),
        (Role::Catalogue, _) => plain("Type PageLabels Dests PageLayout PageMode Lang ViewerPreferences"),
        (Role::Names, _) => plain("Dests"),
        (Role::Pages | Role::Page | Role::Drawing, b"Resources") => Some(Role::Resources),
        (Role::Pages, _) => plain("Type Parent Kids Count MediaBox CropBox Rotate"),
        (Role::Page, b"Annots") => Some(Role::Annotations),
        (Role::Page, _) => plain("Type Parent MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Contents Group"),
        (Role::Annotation, b"AP") => Some(Role::Appearance),
        (Role::Annotation | Role::Outline, b"A") => Some(Role::Action),
        (Role::Annotation, _) => plain(
            "Type Subtype Rect AS F Border BS BE C IC H QuadPoints Vertices InkList L LE Contents DA DS Q CA BM RD CL IT \
             Name Open OC Dest Cap LL LLE LLO CP CO Sy",
        ),
        (Role::Appearance, _) => plain("N R D"),
        (Role::Action, _) => plain("S D URI"),
        (Role::Outline, _) => plain("Type Count Title Dest C F"),
        (Role::Layers, b"D") => Some(Role::LayersShown),
        (Role::Layers, _) => plain("OCGs"),
        (Role::LayersShown, _) => plain("BaseState ON OFF Order RBGroups Locked ListMode Intent"),
        (Role::Resources, b"Properties") => Some(Role::Properties),
        (Role::Resources, _) => plain("ExtGState ColorSpace Pattern Shading XObject Font ProcSet"),
        (Role::Properties, _) => Some(Role::Drawing),
        (Role::Annotations, _) => None,
        (Role::Drawing, _) => (!is_never_drawn(key)).then_some(Role::Drawing),
    }
}

/// Keys of notes, programs and other files, whatever they stand in.
fn is_never_drawn(key: &[u8]) -> bool {
    let never = "Metadata PieceInfo LastModified Thumb AF AA OpenAction JS JavaScript StructParent StructParents OPI \
                 SpiderInfo Alternates Measure PtData OutputIntents Perms EF RF UF AAPL:Keywords Author Creator Producer \
                 CreationDate ModDate";
    never.split_whitespace().any(|own| own.as_bytes() == key)
}

/// Types of objects that are never reached by what draws; whoever refers to them gets nothing.
pub(super) fn is_stray(kind: &[u8]) -> bool {
    let stray = "Catalog Pages Page Annot Action Outlines Filespec F EmbeddedFile Metadata Sig DocTimeStamp SigRef StructTreeRoot \
                 StructElem MCR OBJR ObjStm XRef Collection Rendition MediaClip";
    stray.split_whitespace().any(|own| own.as_bytes() == kind)
}

/// What may be said of a stream of any kind: pictures, forms, fonts, functions, patterns, shadings, tables of letters.
pub(super) fn stays_with_a_stream(key: &[u8]) -> bool {
    let stays = "Type Subtype Filter DecodeParms Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode \
                 Interpolate SMask SMaskInData Matte OC FormType BBox Matrix Resources Group Name Length1 Length2 Length3 N Range Alternate \
                 FunctionType Domain Size BitsPerSample Order Encode C0 C1 PatternType PaintType TilingType XStep YStep \
                 ShadingType Background AntiAlias BitsPerCoordinate BitsPerFlag Function VerticesPerRow \
                 CMapName CIDSystemInfo WMode UseCMap HalftoneType Xsquare Ysquare TransferFunction JBIG2Globals";
    stays.split_whitespace().any(|own| own.as_bytes() == key)
}

/// Annotations that show something by themselves. Forms become stamps of what was filled in.
pub(super) fn is_shown(subtype: &[u8]) -> bool {
    let shown = "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink Watermark \
                 Redact Widget";
    shown.split_whitespace().any(|own| own.as_bytes() == subtype)
}
