// What is kept of accounts beside their users: rules, invitations, old passwords, where sessions began.
#pragma once

#include "domain/account.h"
#include "store/store.h"

namespace tiendo::store {

AccountRules account_rules(const Reader& reader, AgencyId agency);
void save(Writer& writer, AgencyId agency, const AccountRules& rules);  // throws conflict "stale_version"

std::vector<Account> accounts(const Reader& reader, AgencyId agency);  // by id
Account account(const Reader& reader, AgencyId agency, UserId user);   // throws not_found "account_not_found"

// Failures, lock and last sign-in. The account's version stays: nobody edits these.
void save_signing(Writer& writer, const User& user);
void open_account(Writer& writer, AgencyId agency, UserId user, Instant now);
// The old one is kept among `remembered` others; sessions, locks and failures of the old one are gone. Opens the account.
void change_password(Writer& writer, AgencyId agency, UserId user, std::string_view hash, int remembered, Instant now);
void remove_password(Writer& writer, AgencyId agency, UserId user, int remembered, Instant now);  // nobody signs in until there is another
std::string password_hash_of(const Reader& reader, AgencyId agency, UserId user);                 // empty where there is none
std::vector<std::string> old_passwords(const Reader& reader, AgencyId agency, UserId user);       // hashes

struct Invitation {
  std::string code_hash;
  Instant expires_at{};
};
std::optional<Invitation> find_invitation(const Reader& reader, AgencyId agency, UserId user);
void save(Writer& writer, AgencyId agency, UserId user, const Invitation& invitation);  // in place of an earlier one
void remove_invitation(Writer& writer, AgencyId agency, UserId user);

// What a request says of where it comes from.
struct Device {
  std::string text;     // as the browser calls itself
  std::string address;  // of the network
};
inline constexpr std::size_t longest_device = 200;

struct SessionAtDevice : Session {
  Device device;
};
std::vector<SessionAtDevice> sessions_of(const Reader& reader, AgencyId agency, UserId user, Instant now);  // last seen first
void say_device(Writer& writer, const Session& session, const Device& device);

}  // namespace tiendo::store
