//! Deeds that go into the diary. Each has a code, which is stored, and a sentence in every
//! language (`words`), which is shown.

/// Something that somebody who manages did. Never anything about respondents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    HouseFounded,
    FirstAdministrator,
    Invited,
    InvitationAccepted,
    RolesChanged,
    AccountClosed,
    AccountReopened,
    SignedIn,
    SignedOutEverywhere,
    PasswordChanged,
    PasswordReset,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodeUsed,
    RecoveryCodesRenewed,
    SettingsChanged,
    LogoChanged,
    LetterTriedAgain,
    LetterDropped,
    BackupMade,
    Restored,
    UnitAdded,
    PersonAdded,
    PersonDeparted,
    /// Written by a newer version of the program.
    Unknown,
}

impl Deed {
    pub const ALL: [Self; 24] = [
        Self::HouseFounded,
        Self::FirstAdministrator,
        Self::Invited,
        Self::InvitationAccepted,
        Self::RolesChanged,
        Self::AccountClosed,
        Self::AccountReopened,
        Self::SignedIn,
        Self::SignedOutEverywhere,
        Self::PasswordChanged,
        Self::PasswordReset,
        Self::SecondFactorOn,
        Self::SecondFactorOff,
        Self::RecoveryCodeUsed,
        Self::RecoveryCodesRenewed,
        Self::SettingsChanged,
        Self::LogoChanged,
        Self::LetterTriedAgain,
        Self::LetterDropped,
        Self::BackupMade,
        Self::Restored,
        Self::UnitAdded,
        Self::PersonAdded,
        Self::PersonDeparted,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::HouseFounded => "house_founded",
            Self::FirstAdministrator => "first_administrator",
            Self::Invited => "invited",
            Self::InvitationAccepted => "invitation_accepted",
            Self::RolesChanged => "roles_changed",
            Self::AccountClosed => "account_closed",
            Self::AccountReopened => "account_reopened",
            Self::SignedIn => "signed_in",
            Self::SignedOutEverywhere => "signed_out_everywhere",
            Self::PasswordChanged => "password_changed",
            Self::PasswordReset => "password_reset",
            Self::SecondFactorOn => "second_factor_on",
            Self::SecondFactorOff => "second_factor_off",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::RecoveryCodesRenewed => "recovery_codes_renewed",
            Self::SettingsChanged => "settings_changed",
            Self::LogoChanged => "logo_changed",
            Self::LetterTriedAgain => "letter_tried_again",
            Self::LetterDropped => "letter_dropped",
            Self::BackupMade => "backup_made",
            Self::Restored => "restored",
            Self::UnitAdded => "unit_added",
            Self::PersonAdded => "person_added",
            Self::PersonDeparted => "person_departed",
            Self::Unknown => "unknown",
        }
    }

    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|deed| deed.code() == code).unwrap_or(Self::Unknown)
    }
}
