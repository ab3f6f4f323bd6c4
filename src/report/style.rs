//! How a planned cell looks: a small record of closed choices, and the looks the reports share.

/// Font of every sheet that does not ask for another.
pub const FONT: &str = "Times New Roman";

/// The palette: black on white, greys, one accent, and the two marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Text.
    Black,
    /// Paper, and text on the accent.
    White,
    /// Secondary text.
    DarkGrey,
    /// Lines.
    Grey,
    /// Shade of group rows and totals.
    PaleGrey,
    /// Deep red of headings.
    Accent,
    /// Softened accent for bars and columns.
    AccentSoft,
    /// Pale accent for bars behind numbers.
    AccentPale,
    /// Fill of a red mark.
    RedMark,
    /// Fill of an amber mark.
    AmberMark,
    /// Plain yellow.
    Yellow,
    /// Plain blue.
    Blue,
    /// Palest of the blues of charts, which a reader also tells apart by how dark they are.
    Mist,
    /// Light blue of charts.
    Sky,
    /// Blue of charts.
    Sea,
    /// Darkest blue of charts.
    Night,
    /// Yellow of charts.
    Gold,
    /// Orange red of charts.
    Vermilion,
}

impl Colour {
    /// As `0xRRGGBB`.
    #[must_use]
    pub const fn rgb(self) -> u32 {
        match self {
            Self::Black => 0x00_0000,
            Self::White => 0xFF_FFFF,
            Self::DarkGrey => 0x59_5959,
            Self::Grey => 0xA6_A6A6,
            Self::PaleGrey => 0xF2_F2F2,
            Self::Accent => 0x8B_1A1A,
            Self::AccentSoft => 0xC9_8A8A,
            Self::AccentPale => 0xE9_CFCF,
            Self::RedMark => 0xF4_CCCC,
            Self::AmberMark => 0xFF_F2CC,
            Self::Yellow => 0xFF_FF00,
            Self::Blue => 0x1F_4E79,
            Self::Mist => 0xC6_DBEF,
            Self::Sky => 0x6B_AED6,
            Self::Sea => 0x00_72B2,
            Self::Night => 0x08_306B,
            Self::Gold => 0xF0_E442,
            Self::Vermilion => 0xD5_5E00,
        }
    }
}

/// Lines around a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Border {
    /// No line.
    None,
    /// Thin lines on all sides.
    Thin,
    /// A thin line below.
    Below,
    /// Thick lines in the accent: something to mend, told apart without colour.
    Heavy,
    /// Broken lines: something to look at again.
    Dashed,
}

/// Where text stands between left and right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizontal {
    /// Text left, numbers right.
    General,
    /// Left.
    Left,
    /// Centre.
    Centre,
    /// Right.
    Right,
}

/// Where text stands between top and bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vertical {
    /// Top.
    Top,
    /// Middle.
    Middle,
    /// Bottom.
    Bottom,
}

/// How a number is shown. Excel puts in the separators of its own locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberFormat {
    /// As Excel likes.
    General,
    /// Whole, with thousands set apart.
    Whole,
    /// One decimal.
    OneDecimal,
    /// Two decimals.
    TwoDecimals,
    /// A difference, whole, with its sign.
    WholeChange,
    /// A difference with one decimal and its sign.
    Change,
    /// The same with two decimals.
    FineChange,
    /// Percentage with one decimal.
    Percent,
    /// Percentage without decimals.
    WholePercent,
    /// Percentage without decimals, from 4 % on; smaller ones are not written.
    LargePercent,
    /// dd/mm/yyyy.
    Day,
    /// Entered digits stay text.
    Text,
}

/// Whether a cell of a protected sheet may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lock {
    /// It may not.
    Locked,
    /// It may.
    Open,
}

/// A line under text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Underline {
    /// None.
    None,
    /// One.
    Single,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style {
    /// Font name.
    pub font: &'static str,
    /// Font size in points.
    pub size: u8,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Line under the text.
    pub underline: Underline,
    /// Colour of the text.
    pub colour: Colour,
    /// Colour behind the text.
    pub fill: Option<Colour>,
    /// Lines around.
    pub border: Border,
    /// Between left and right.
    pub horizontal: Horizontal,
    /// Between top and bottom.
    pub vertical: Vertical,
    /// Break long lines.
    pub wrap: bool,
    /// Steps of room before left-aligned text.
    pub indent: u8,
    /// Degrees, −90 to 90.
    pub rotation: i16,
    /// How a number is shown.
    pub format: NumberFormat,
    /// Whether it may be changed in a protected sheet.
    pub lock: Lock,
}

impl Default for Style {
    fn default() -> Self {
        Self::PLAIN
    }
}

impl Style {
    /// Plain text.
    pub const PLAIN: Self = Self {
        font: FONT,
        size: 11,
        bold: false,
        italic: false,
        underline: Underline::None,
        colour: Colour::Black,
        fill: None,
        border: Border::None,
        horizontal: Horizontal::General,
        vertical: Vertical::Middle,
        wrap: false,
        indent: 0,
        rotation: 0,
        format: NumberFormat::General,
        lock: Lock::Locked,
    };

    /// Bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// Italic.
    #[must_use]
    pub const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// Underlined.
    #[must_use]
    pub const fn underlined(self) -> Self {
        Self { underline: Underline::Single, ..self }
    }

    /// In a size, in points.
    #[must_use]
    pub const fn size(self, size: u8) -> Self {
        Self { size, ..self }
    }

    /// In another font.
    #[must_use]
    pub const fn font(self, font: &'static str) -> Self {
        Self { font, ..self }
    }

    /// With a text colour.
    #[must_use]
    pub const fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// With a fill.
    #[must_use]
    pub const fn fill(self, colour: Colour) -> Self {
        Self { fill: Some(colour), ..self }
    }

    /// With lines.
    #[must_use]
    pub const fn border(self, border: Border) -> Self {
        Self { border, ..self }
    }

    /// Aligned between left and right.
    #[must_use]
    pub const fn horizontal(self, horizontal: Horizontal) -> Self {
        Self { horizontal, ..self }
    }

    /// Centred between left and right.
    #[must_use]
    pub const fn centred(self) -> Self {
        self.horizontal(Horizontal::Centre)
    }

    /// Aligned between top and bottom.
    #[must_use]
    pub const fn vertical(self, vertical: Vertical) -> Self {
        Self { vertical, ..self }
    }

    /// With long lines broken.
    #[must_use]
    pub const fn wrapped(self) -> Self {
        Self { wrap: true, ..self }
    }

    /// Left-aligned with steps of room before the text.
    #[must_use]
    pub const fn indented(self, indent: u8) -> Self {
        Self { indent, horizontal: Horizontal::Left, ..self }
    }

    /// Turned, in degrees.
    #[must_use]
    pub const fn rotated(self, rotation: i16) -> Self {
        Self { rotation, ..self }
    }

    /// With a number format.
    #[must_use]
    pub const fn format(self, format: NumberFormat) -> Self {
        Self { format, ..self }
    }

    /// Open to changes in a protected sheet.
    #[must_use]
    pub const fn open(self) -> Self {
        Self { lock: Lock::Open, ..self }
    }
}

#[cfg(test)]
mod tests;
