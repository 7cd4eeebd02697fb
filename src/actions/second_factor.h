// An authenticator as the second step of signing in (R62), and the codes for when it is lost.
#pragma once

#include "actions/sign_in.h"
#include "store/second_factors.h"

namespace tiendo::actions {

inline constexpr int recovery_codes = 10;

struct NewSecondFactor {
  std::string secret;   // base 32, for typing
  std::string address;  // otpauth://…, for the picture
};

// A new secret that counts once a code of it was confirmed. Throws conflict "second_factor_exists".
NewSecondFactor begin_second_factor(store::Store& store, const SignedIn& who, Instant now);

// Throws conflict "second_factor_missing", invalid "code_wrong". Gives the recovery codes, this once.
std::vector<std::string> confirm_second_factor(store::Store& store, const SignedIn& who, std::string_view code, Instant now);

// New recovery codes in place of the old ones. Throws as confirm_second_factor does.
std::vector<std::string> renew_recovery_codes(store::Store& store, const SignedIn& who, std::string_view code, Instant now);

// Throws conflict "second_factor_missing", "second_factor_required"; invalid "code_wrong".
void remove_second_factor(store::Store& store, const SignedIn& who, std::string_view code, Instant now);

// Whether the code is good for this account, which it then never is again. Does not commit.
bool take_code(store::Writer& writer, const domain::Actor& actor, std::string_view code, Instant now);

}  // namespace tiendo::actions
