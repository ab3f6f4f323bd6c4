//! Formulas a report may hold: of a few forms, over cells only, so that no submitted text can become part of one.

use super::Area;
use crate::finding::column_letters;

/// A cell, perhaps of another sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The sheet; none = the formula's own.
    pub sheet: Option<String>,
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
}

/// A formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// Σ weight × value / Σ weight over the values that are numbers, to four decimals: weight and value of each term.
    WeightedMean(Vec<(Place, Place)>),
    /// The competition rank of a number among those of an area, the highest first.
    Rank(Place, Area),
}

impl Formula {
    /// As Excel writes it, without the equals sign.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::WeightedMean(terms) => {
                let sum = |term: &dyn Fn(&Place) -> String| {
                    let terms = terms.iter().map(|(weight, value)| format!("{}*{}", weight.fixed(), term(value)));
                    terms.collect::<Vec<_>>().join("+")
                };
                let values = sum(&|value| format!("N({})", value.relative()));
                let weights = sum(&|value| format!("ISNUMBER({})", value.relative()));
                format!("ROUND(({values})/({weights}),4)")
            }
            Self::Rank(of, among) => {
                let corner = |row, column| Place { sheet: None, row, column }.fixed();
                let (first, last) = (corner(among.top, among.left), corner(among.bottom, among.right));
                format!("RANK({},{first}:{last},0)", of.relative())
            }
        }
    }
}

impl Place {
    fn relative(&self) -> String {
        format!("{}{}{}", self.prefix(), column_letters(self.column), self.row + 1)
    }

    fn fixed(&self) -> String {
        format!("{}${}${}", self.prefix(), column_letters(self.column), self.row + 1)
    }

    fn prefix(&self) -> String {
        self.sheet.as_ref().map_or_else(String::new, |sheet| format!("{}!", super::quoted(sheet)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(row: u32, column: u32) -> Place {
        Place { sheet: None, row, column }
    }

    #[test]
    fn a_weighted_mean_passes_over_blanks() {
        let weight = |row| Place { sheet: Some("Phương pháp".into()), row, column: 1 };
        let formula = Formula::WeightedMean(vec![(weight(29), here(7, 8)), (weight(30), here(7, 9))]);
        assert_eq!(
            formula.written(),
            "ROUND(('Phương pháp'!$B$30*N(I8)+'Phương pháp'!$B$31*N(J8))\
             /('Phương pháp'!$B$30*ISNUMBER(I8)+'Phương pháp'!$B$31*ISNUMBER(J8)),4)"
        );
    }

    #[test]
    fn a_rank_is_among_fixed_cells() {
        assert_eq!(Formula::Rank(here(7, 7), Area::new(7, 7, 170, 7)).written(), "RANK(H8,$H$8:$H$171,0)");
    }
}
