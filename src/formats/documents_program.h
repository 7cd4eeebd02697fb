// `tiendo-documents`, the program beside ours that knows the libraries for PDF, pictures and Office files. It reads foreign
// documents with hardly a right, draws printed ones (answer.h), and starts LibreOffice (converter.h); ours links none of them.
#pragma once

#include <string>

namespace tiendo::formats {

// Its path: in the folder of this program. Throws internal "documents_program_missing" (the path).
std::string documents_program();

// Another one in its place; an empty path goes back to the one beside us. For tests.
void use_documents_program(std::string path);

}  // namespace tiendo::formats
