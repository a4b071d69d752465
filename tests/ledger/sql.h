// A plain SQLite connection for the ledger's tests: the ledger as other programs see it.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace sayso {

class Sql {
 public:
  explicit Sql(const std::filesystem::path& file) {
    sqlite3_open_v2(file.c_str(), &connection_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  }
  ~Sql() { sqlite3_close(connection_); }
  Sql(const Sql&) = delete;
  Sql& operator=(const Sql&) = delete;

  // All rows, one a line, columns parted by "|"; or the error.
  std::string ask(const std::string& sql) {
    std::string lines;
    char* error = nullptr;
    const auto row = [](void* out, int count, char** values, char**) {
      auto& text = *static_cast<std::string*>(out);
      for (int i = 0; i < count; ++i) text.append(i == 0 ? "" : "|").append(values[i] == nullptr ? "NULL" : values[i]);
      text += '\n';
      return 0;
    };
    if (sqlite3_exec(connection_, sql.c_str(), row, &lines, &error) != SQLITE_OK)
      lines += std::string("error: ") + error;
    sqlite3_free(error);
    if (!lines.empty() && lines.back() == '\n') lines.pop_back();
    return lines;
  }

 private:
  sqlite3* connection_ = nullptr;
};

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
    lines.push_back(text.substr(begin, end - begin));
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

// Every table with every row in its own order, values as SQL literals: what `.dump` prints, made by SELECTs.
inline std::string dump(const std::filesystem::path& file) {
  Sql sql(file);
  std::string all;
  for (const std::string& table : lines_of(
           sql.ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))) {
    std::string columns, order;
    for (const std::string& name : lines_of(sql.ask("SELECT name FROM pragma_table_info('" + table + "')"))) {
      columns += (columns.empty() ? "" : ", ") + ("quote(\"" + name + "\")");
      order += (order.empty() ? "" : ", ") + ("\"" + name + "\"");
    }
    all += "== " + table + "\n" + sql.ask("SELECT " + columns + " FROM \"" + table + "\" ORDER BY " + order) + "\n";
  }
  return all;
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// The names in a folder, sorted: which files lie beside a ledger.
inline std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace sayso
