// What the log says of a request (R64): who asked for what, and what came of it.
#pragma once

#include "http/access_book.h"
#include "http/context.h"
#include "http/route.h"

namespace tiendo::http {

// As far as it is known before it is answered; `result` is "done".
store::Access access_of(const Request& request, const Match& found, const Context& context);

// After it was answered: reading soon, the rest before the answer goes out. What a transaction has told already is not told again.
void log_answer(AccessBook& book, const Request& request, const Match& found, const Context& context, const store::Asked& asked,
                const Response& response);

}  // namespace tiendo::http
