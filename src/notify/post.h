// Carries messages out: e-mail by SMTP, webhooks by HTTPS with a signature. Blocks; for the scheduler's threads.
#pragma once

#include "actions/send_messages.h"

namespace tiendo::notify {

struct PostOptions {
  bool may_reach_private = false;  // a mail host or webhook on the inner network or this machine; http without TLS as well
};

class Post : public actions::Carrier {
 public:
  explicit Post(PostOptions options);
  actions::Carried carry(const domain::MailSettings& settings, const actions::Mail& mail, std::string_view id, Instant now) override;
  actions::Carried carry(const domain::WebhookSettings& settings, std::string_view body, std::string_view id, Instant now) override;

 private:
  PostOptions options_;
};

// "t=1753920000,v1=<hex>": HMAC-SHA-256 under the secret of the seconds, a full stop and the body.
std::string signature(std::string_view secret, std::string_view body, Instant now);

// A header of more than ASCII as words of RFC 2047, each on a line of its own.
std::string encoded_header(std::string_view text);

}  // namespace tiendo::notify
