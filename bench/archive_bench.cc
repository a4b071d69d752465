// How fast web archives are read, beside the decompressor alone over the same members in the same run.
//
//     archive-bench [FOLDER]
//       439 pages, 146 MB, gzip 28 MB, a member a record
//       gzip   libdeflate alone  1100 MB/s   reader  1000 MB/s   91 %   3,500 pages/s
//       zstd   libzstd alone     …
//
// Pages are all files under FOLDER (../shared/data/html), each a request and a response record as crawlers write them.
// MB are unpacked ones, 10^6 bytes. Of five rounds, taken in turn, the best of each counts.
#include <libdeflate.h>
#include <zstd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "base/compression.h"
#include "inputs.h"
#include "dispatch/archive.h"

namespace {

namespace fs = std::filesystem;

struct Member {
  std::string packed{};
  std::size_t size = 0;  // unpacked
};

std::string record(std::string_view type, const std::string& url, std::string_view block) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2022-09-12T05:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
         "Content-Type: application/http; msgtype=" +
         std::string(type) + "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + std::string(block) +
         "\r\n\r\n";
}

std::vector<std::string> records_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && sayso::unpacked_name(entry.path().string()).ends_with(".html"))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> records;
  for (const fs::path& file : files) {
    const std::string url = "http://kesh.example/" + std::to_string(records.size());
    records.push_back(
        record("request", url, "GET / HTTP/1.1\r\nHost: kesh.example\r\nAccept-Encoding: br,gzip\r\n\r\n"));
    records.push_back(record("response", url,
                             "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nServer: bench\r\n\r\n" +
                                 sayso::must(sayso::read_unpacked(file, 256 << 20))));
  }
  return records;
}

Member gzipped(const std::string& text) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> packer(libdeflate_alloc_compressor(6),
                                                                                        &libdeflate_free_compressor);
  Member member{std::string(libdeflate_gzip_compress_bound(packer.get(), text.size()), '\0'), text.size()};
  member.packed.resize(
      libdeflate_gzip_compress(packer.get(), text.data(), text.size(), member.packed.data(), member.packed.size()));
  return member;
}

Member zstd_packed(const std::string& text) {
  Member member{std::string(ZSTD_compressBound(text.size()), '\0'), text.size()};
  member.packed.resize(ZSTD_compress(member.packed.data(), member.packed.size(), text.data(), text.size(), 6));
  return member;
}

// CPU seconds of this process, the system's part included, whatever else the machine does.
double seconds(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void compare(const char* name, const std::vector<Member>& members, const std::function<void(const Member&)>& alone) {
  const fs::path file = fs::temp_directory_path() / ("sayso-archive-bench." + std::string(name));
  std::size_t unpacked = 0;
  std::size_t packed = 0;
  {
    std::ofstream out(file, std::ios::binary);
    for (const Member& member : members) {
      out << member.packed;
      unpacked += member.size;
      packed += member.packed.size();
    }
  }
  double best_alone = 1e9;
  double best_reader = 1e9;
  std::size_t pages = 0;
  for (int round = 0; round < 5; ++round) {
    best_alone = std::min(best_alone, seconds([&] { std::for_each(members.begin(), members.end(), alone); }));
    best_reader = std::min(best_reader, seconds([&] {
                             auto archive = sayso::must(sayso::dispatch::ArchiveReader::open(file));
                             pages = 0;
                             while (auto page = archive.next()) pages += page->has_value() ? 1U : 0U;
                           }));
  }
  fs::remove(file);
  const double mb = static_cast<double>(unpacked) / 1e6;
  std::printf("%s  %zu pages  %.1f MB in %.1f MB  alone %.0f MB/s  reader %.0f MB/s  %.0f %%  %.0f pages/s\n", name,
              pages, mb, static_cast<double>(packed) / 1e6, mb / best_alone, mb / best_reader,
              100 * best_alone / best_reader, static_cast<double>(pages) / best_reader);
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path folder = argc > 1 ? fs::path(argv[1]) : fs::path(SAYSO_SHARED_DIR) / "data/html";
  if (!fs::is_directory(folder)) {
    std::cerr << "bench: no pages at " << folder.string() << "\n";
    return 1;
  }
  const std::vector<std::string> records = records_of(folder);
  std::vector<Member> members(records.size());
  std::vector<char> room(std::size_t{64} << 20);

  std::transform(records.begin(), records.end(), members.begin(), gzipped);
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> inflater(
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  compare("gzip", members, [&](const Member& member) {
    if (libdeflate_gzip_decompress(inflater.get(), member.packed.data(), member.packed.size(), room.data(), member.size,
                                   nullptr) != LIBDEFLATE_SUCCESS)
      std::abort();
  });

  std::transform(records.begin(), records.end(), members.begin(), zstd_packed);
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> frames(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  compare("zstd", members, [&](const Member& member) {
    if (ZSTD_decompressDCtx(frames.get(), room.data(), room.size(), member.packed.data(), member.packed.size()) !=
        member.size)
      std::abort();
  });

  std::transform(records.begin(), records.end(), members.begin(), [](const std::string& text) {
    return Member{text, text.size()};
  });
  compare("plain", members,
          [&](const Member& member) { std::copy(member.packed.begin(), member.packed.end(), room.begin()); });
  return 0;
}
