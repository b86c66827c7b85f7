//! What is typed: numbers and texts; and ranking, which is one list to open for each place.

use maud::{Markup, html};

use super::{boxed::Boxed, options, texts};
use crate::{
    asking::{
        Sheet,
        fields::{name, part_of, place, places},
        numbers::written,
        words::words,
    },
    instruments::{Asks, Decimal, Item, Text},
    language::Language,
};

/// What may be typed, said before it is.
pub fn hint(item: &Item, language: Language) -> String {
    let say = words(language);
    match &item.asks {
        Asks::Number { least, most, decimals, .. } => {
            let bounds = (say.number_bounds)(least.map(written).as_deref(), most.map(written).as_deref());
            if *decimals == 0 { bounds } else { bounds + &(say.decimals)(*decimals) }
        }
        Asks::ShortText { longest } => (say.short_hint)(&written(Decimal::whole((*longest).into()))),
        Asks::LongText { longest } => (say.long_hint)(&written(Decimal::whole((*longest).into()))),
        Asks::Ranking { .. } => (say.rank_hint)(places(item)),
        _ => String::new(),
    }
}

pub fn typed(sheet: &Sheet, item: &Item, boxed: &Boxed) -> Markup {
    let decline = options::decline(sheet, item, &boxed.question);
    html! {
        @match &item.asks {
            Asks::Number { least, decimals, unit, .. } => (number(sheet, boxed, *least, *decimals, unit)),
            Asks::LongText { .. } => (text(sheet, boxed, true)),
            Asks::Ranking { .. } => (ranking(sheet, item, boxed)),
            _ => (text(sheet, boxed, false)),
        }
        @if !decline.0.is_empty() { div.opts.mt3 { (decline) } }
    }
}

/// The keypad of a phone has no minus sign, so it is offered only where none is needed.
fn number(sheet: &Sheet, boxed: &Boxed, least: Option<Decimal>, decimals: u8, unit: &Text) -> Markup {
    let name = name(&boxed.question);
    let keypad = if decimals == 0 { "numeric" } else { "decimal" };
    let keypad = least.is_none_or(|least| least >= Decimal::whole(0)).then_some(keypad);
    let own = (!unit.is_empty()).then(|| part_of(&name, "unit"));
    let described = [boxed.described(sheet), own].into_iter().flatten().reduce(|one, other| format!("{one} {other}"));
    html! {
        div.row {
            input.inp.short type="text" id=(place(&name, 1)) name=(name) value=(sheet.fields.text(&name)) inputmode=[keypad]
                autocomplete="off" aria-labelledby=(part_of(&name, "text")) aria-describedby=[described]
                aria-invalid=[sheet.fault_at(&boxed.question).map(|_| "true")];
            @if !unit.is_empty() { span id=(part_of(&name, "unit")) { (texts::text(unit, sheet.language)) } }
        }
    }
}

fn text(sheet: &Sheet, boxed: &Boxed, is_long: bool) -> Markup {
    let name = name(&boxed.question);
    let (id, words) = (place(&name, 1), part_of(&name, "text"));
    let invalid = sheet.fault_at(&boxed.question).map(|_| "true");
    let described = boxed.described(sheet);
    html! {
        @if is_long {
            // A browser drops the first line end of a textarea, so one stands there to be dropped.
            textarea.inp id=(id) name=(name) rows="6" aria-labelledby=(words) aria-describedby=[described] aria-invalid=[invalid] {
                "\n" (sheet.fields.text(&name))
            }
        } @else {
            input.inp type="text" id=(id) name=(name) value=(sheet.fields.text(&name)) autocomplete="off"
                aria-labelledby=(words) aria-describedby=[described] aria-invalid=[invalid];
        }
    }
}

fn ranking(sheet: &Sheet, item: &Item, boxed: &Boxed) -> Markup {
    let say = words(sheet.language);
    let name = name(&boxed.question);
    let invalid = sheet.fault_at(&boxed.question).map(|_| "true");
    html! {
        div.stack {
            @for number in 1..=places(item) {
                @let field = place(&name, number);
                div.field {
                    label for=(field) { ((say.place)(number)) }
                    select.inp id=(field) name=(field) aria-invalid=[invalid] {
                        option value="" { (say.not_ranked) }
                        @for choice in item.choices() {
                            @let (label, spoken) = choice.label.in_language(sheet.language);
                            @let line = choice.line.exactly(spoken);
                            option value=(choice.code) selected[sheet.fields.has(&field, choice.code.as_str())]
                                lang=[(spoken != sheet.language).then(|| spoken.code())] {
                                (label) @if !line.is_empty() { " (" (line) ")" }
                            }
                        }
                    }
                }
            }
        }
    }
}
