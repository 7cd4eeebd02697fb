#include "notify/post.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include <curl/curl.h>
#include <fmt/format.h>

#include "base/hash.h"
#include "notify/public_address.h"

namespace tiendo::notify {
namespace {

using actions::Carried;

constexpr long connect_seconds = 15, whole_seconds = 60;

struct CurlFree {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};

using Handle = std::unique_ptr<CURL, CurlFree>;
using Lines = std::unique_ptr<curl_slist, CurlFree>;

Lines lines(const std::vector<std::string>& texts) {
  curl_slist* list = nullptr;
  for (const auto& text : texts) list = curl_slist_append(list, text.c_str());
  return Lines(list);
}

// Where the name led, not what it was called: a name may lead to another address each time it is looked up.
curl_socket_t open_public_only(void*, curlsocktype, curl_sockaddr* address) {
  if (!is_public(address->addr)) return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t drop(char*, std::size_t size, std::size_t count, void*) {
  return size * count;
}

Handle handle_for(const std::string& url, const char* protocols, bool may_reach_private) {
  static std::once_flag begun;
  std::call_once(begun, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  Handle handle(curl_easy_init());
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, protocols);
  curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, connect_seconds);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, whole_seconds);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, drop);
  if (!may_reach_private) curl_easy_setopt(handle.get(), CURLOPT_OPENSOCKETFUNCTION, open_public_only);
  return handle;
}

constexpr long wants_sign_in = 530;  // RFC 4954: our settings are wrong, not the message

// A mail host's word on one message: 4xx is temporary, 5xx for good (RFC 5321, 4.2.1). What it says of us, before it has heard of a
// message (greeting, TLS, sign-in), is no word on the message, and somebody can set it right.
Carried::How verdict_of(CURL* handle, CURLcode code, long answer) {
  using enum Carried::How;
  curl_off_t uploaded = 0;
  curl_easy_getinfo(handle, CURLINFO_SIZE_UPLOAD_T, &uploaded);
  const bool is_of_the_message = (code == CURLE_SEND_ERROR || uploaded > 0) && answer >= 400 && answer < 600 && answer != wants_sign_in;
  if (!is_of_the_message) return out_of_reach;
  return answer >= 500 ? never : not_now;
}

// What libcurl says of a failure holds neither user nor password.
std::string fault_of(CURLcode code, long answer) {
  return answer ? fmt::format("{} ({})", curl_easy_strerror(code), answer) : curl_easy_strerror(code);
}

long answer_of(CURL* handle) {
  long answer = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer);
  return answer;
}

std::string rfc5322(Instant now) {
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const Date day = local_date(now);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now + local_offset - std::chrono::sys_days(day)));
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0700", weekdays[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()],
                     unsigned(day.day()), months[unsigned(day.month()) - 1], int(day.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

void add_part(curl_mime* mime, const std::string& text, const char* type) {
  auto* part = curl_mime_addpart(mime);
  curl_mime_data(part, text.data(), text.size());
  curl_mime_type(part, type);
  curl_mime_encoder(part, "base64");
}

}  // namespace

std::string signature(std::string_view secret, std::string_view body, Instant now) {
  const auto seconds = std::to_string(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
  return "t=" + seconds + ",v1=" + hmac_sha256(secret, seconds + "." + std::string(body));
}

std::string encoded_header(std::string_view text) {
  constexpr std::size_t most_bytes = 42;  // of UTF-8 in one word of at most 75 letters
  std::string out;
  while (!text.empty()) {
    std::size_t end = std::min(most_bytes, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, end)) + "?=";
    text.remove_prefix(end);
  }
  return out;
}

Post::Post(PostOptions options) : options_(options) {}

Carried Post::carry(const domain::MailSettings& settings, const actions::Mail& mail, std::string_view id, Instant now) {
  using enum domain::MailSecurity;
  const auto url = fmt::format("{}://{}:{}", settings.security == tls ? "smtps" : "smtp", settings.host, settings.port);
  const auto handle = handle_for(url, "smtp,smtps", options_.may_reach_private);
  const auto from = '<' + settings.from + '>', to = '<' + mail.to + '>';
  const auto recipients = lines({to});
  const auto headers =
      lines({"Date: " + rfc5322(now), "From: " + encoded_header("Tiến Độ") + ' ' + from, "To: " + encoded_header(mail.name) + ' ' + to,
             "Subject: " + encoded_header(mail.subject),
             fmt::format("Message-ID: <{}{}>", id, settings.from.substr(settings.from.find('@'))), "Auto-Submitted: auto-generated"});
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  if (settings.security == starttls) curl_easy_setopt(handle.get(), CURLOPT_USE_SSL, CURLUSESSL_ALL);
  if (!settings.user.empty()) {
    curl_easy_setopt(handle.get(), CURLOPT_USERNAME, settings.user.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, settings.password.c_str());
  }
  const std::unique_ptr<curl_mime, CurlFree> message(curl_mime_init(handle.get()));
  auto* both = curl_mime_init(handle.get());
  add_part(both, mail.text, "text/plain; charset=utf-8");
  add_part(both, mail.html, "text/html; charset=utf-8");
  auto* part = curl_mime_addpart(message.get());
  curl_mime_subparts(part, both);
  curl_mime_type(part, "multipart/alternative");
  curl_easy_setopt(handle.get(), CURLOPT_MIMEPOST, message.get());
  const auto code = curl_easy_perform(handle.get());
  if (code == CURLE_OK) return {};
  const long answer = answer_of(handle.get());
  return {verdict_of(handle.get(), code, answer), fault_of(code, answer)};
}

Carried Post::carry(const domain::WebhookSettings& settings, std::string_view body, std::string_view id, Instant now) {
  const auto handle = handle_for(settings.address, options_.may_reach_private ? "https,http" : "https", options_.may_reach_private);
  const auto headers = lines({"Content-Type: application/json", "Tiendo-Message: " + std::string(id),
                              "Tiendo-Signature: " + signature(settings.secret, body, now), "Expect:"});
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_USERAGENT, "tiendo");
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(handle.get(), CURLOPT_COPYPOSTFIELDS, body.data());
  const auto code = curl_easy_perform(handle.get());
  const long answer = answer_of(handle.get());
  if (code != CURLE_OK) return {Carried::How::out_of_reach, fault_of(code, answer)};
  if (answer >= 200 && answer < 300) return {};
  return {Carried::How::not_now, fmt::format("HTTP {}", answer)};
}

}  // namespace tiendo::notify
