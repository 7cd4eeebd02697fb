// Office files made of the labels of real annexes (../shared/annexes) by LibreOffice: what a reader must give back is known.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tiendo::intake {

using Rows = std::vector<std::vector<std::string>>;

inline const std::filesystem::path annexes = TIENDO_SOURCE_DIR "/../shared/annexes";

// Empty where this machine has no annexes.
std::vector<std::string> labelled_annexes();
bool have(const char* program);
std::string bytes_of(const std::filesystem::path& file);

// The header and the rows of an annex, both kinds of label files.
Rows labelled_rows(const std::string& annex);
std::string as_html(const Rows& rows);

// By LibreOffice, in a folder of its own. Set TIENDO_KEEP to a folder to keep what is made. Empty where nothing was made.
std::string as_docx(const std::string& annex, const Rows& rows);
std::string as_xlsx(const std::string& annex, const Rows& rows);
std::string as_pdf(const std::string& annex, const Rows& rows);  // A4 across

}  // namespace tiendo::intake
