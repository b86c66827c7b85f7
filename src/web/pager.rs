//! Previous, "page 2 of 9", next: plain links under a long list.

use maud::{Markup, Render, html};

use super::words::words;
use crate::language::{Language, plain};

/// Draws nothing where one page is enough.
pub struct Pager<'page> {
    pub language: Language,
    /// From 1.
    pub page: i64,
    pub pages: i64,
    /// Where a page of the list is, language and filters and all.
    pub address: &'page dyn Fn(i64) -> String,
}

impl Pager<'_> {
    /// How many pages so many rows fill; an empty list has one.
    pub fn pages(rows: i64, each: i64) -> i64 {
        rows.saturating_add(each - 1).checked_div(each).unwrap_or(1).max(1)
    }
}

impl Render for Pager<'_> {
    fn render(&self) -> Markup {
        let say = words(self.language);
        html! {
            @if self.pages > 1 {
                nav.pager aria-label=(plain(say.pages)) {
                    @if self.page > 1 {
                        a.btn.alt.s rel="prev" href=((self.address)(self.page - 1)) { (say.previous) }
                    } @else {
                        span {}
                    }
                    span { ((say.page_of)(self.page, self.pages)) }
                    @if self.page < self.pages {
                        a.btn.alt.s rel="next" href=((self.address)(self.page + 1)) { (say.next) }
                    } @else {
                        span {}
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_more_begins_with_the_first_row_that_does_not_fit() {
        for (rows, pages) in [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)] {
            assert_eq!(Pager::pages(rows, 50), pages, "{rows}");
        }
    }
}
