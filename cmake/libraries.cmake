# The libraries, each used by one room only (docs/dependencies.md says why each is here).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
foreach(entry icu=icu-uc,icu-i18n fmt=fmt sodium=libsodium sqlite=sqlite3 pugixml=pugixml zip=libzip xlsxwriter=xlsxwriter
        poppler=poppler-cpp qpdf=libqpdf lept=lept tesseract=tesseract pango=pangocairo,pangoft2 nettle=nettle gumbo=gumbo seccomp=libseccomp curl=libcurl)
  string(REPLACE "=" ";" pair ${entry})
  list(GET pair 0 name)
  list(GET pair 1 packages)
  string(REPLACE "," ";" packages ${packages})
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${packages})
endforeach()
find_package(Boost 1.81 REQUIRED COMPONENTS json)
