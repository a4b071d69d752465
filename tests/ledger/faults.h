// A disk and a memory that fail when told to: SQLite's layers over the system, with a counter in between.
//
//     FaultyDisk disk;                               // what SQLite uses while it lives
//     disk.fail({.at = 7, .fault = Fault::full});    // the seventh write, cut, sync or removal from here on
//     …; disk.happened()                             // whether it came to that
//
// After a crash nothing more reaches the disk, and of each file some of what was written last and not synced is lost:
// what lies there then is what a machine whose plug was pulled would find. Syncs wait for no real disk.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace sayso {

enum class Fault : std::uint8_t {
  write,        // an error, and nothing is written
  short_write,  // an error, and half of it is written
  full,         // the disk is full
  sync,         // as `write`, at syncs only
  crash,
};

class FaultyDisk {
 public:
  struct Plan {
    std::uint64_t at = 0;  // the step that fails, from 1
    Fault fault = Fault::write;
    bool for_good = false;  // and all behind it
  };

  FaultyDisk() : real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.zName = "faulty";
    vfs_.pNext = nullptr;
    vfs_.pAppData = this;
    vfs_.xOpen = open;
    vfs_.xDelete = remove;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FaultyDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_, 1);
  }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  void fail(const Plan& plan) {
    plan_ = plan;
    steps_ = 0;
    happened_ = false;
    dice_.seed(static_cast<std::uint32_t>(plan.at));
  }
  void heal() { plan_ = {}; }
  bool happened() const { return happened_; }

 private:
  // What a write replaced, until it is synced.
  struct Undo {
    sqlite3_int64 at;
    std::string bytes;   // that stood there
    sqlite3_int64 size;  // of the file before
  };

  struct File {
    sqlite3_file base;
    FaultyDisk* disk;
    std::vector<Undo>* unsynced;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static File* of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
  static FaultyDisk& of(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

  // What a step that changes the disk comes to; SQLITE_OK: it may be taken.
  int step(bool is_sync) {
    const bool crashed = happened_ && plan_.fault == Fault::crash;
    if (plan_.at == 0) return SQLITE_OK;
    if (plan_.fault == Fault::sync && !is_sync) return SQLITE_OK;
    ++steps_;
    if (!crashed && steps_ != plan_.at && !(plan_.for_good && steps_ > plan_.at)) return SQLITE_OK;
    if (!happened_ && plan_.fault == Fault::crash) lose_unsynced();
    happened_ = true;
    if (plan_.fault == Fault::full) return SQLITE_FULL;
    return is_sync ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
  }

  // Each file keeps what was written before some moment since its last sync, and nothing behind it.
  void lose_unsynced() {
    for (File* file : open_) {
      const std::size_t kept = dice_() % (file->unsynced->size() + 1);
      for (; file->unsynced->size() > kept; file->unsynced->pop_back()) {
        const Undo& undo = file->unsynced->back();
        if (!undo.bytes.empty())
          file->real()->pMethods->xWrite(file->real(), undo.bytes.data(), static_cast<int>(undo.bytes.size()), undo.at);
        file->real()->pMethods->xTruncate(file->real(), undo.size);
      }
    }
  }

  void note(File& file, sqlite3_int64 at, sqlite3_int64 size) const {
    Undo undo{at, {}, 0};
    file.real()->pMethods->xFileSize(file.real(), &undo.size);
    undo.bytes.resize(static_cast<std::size_t>(std::clamp<sqlite3_int64>(undo.size - at, 0, size)));
    if (!undo.bytes.empty())
      file.real()->pMethods->xRead(file.real(), undo.bytes.data(), static_cast<int>(undo.bytes.size()), at);
    file.unsynced->push_back(std::move(undo));
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    FaultyDisk& disk = of(vfs);
    File& mine = *of(file);
    mine.base.pMethods = nullptr;
    const int code = disk.real_->xOpen(disk.real_, name, mine.real(), flags, out_flags);
    if (mine.real()->pMethods == nullptr) return code;
    mine.base.pMethods = methods();
    mine.disk = &disk;
    mine.unsynced = new std::vector<Undo>;
    disk.open_.insert(&mine);
    return code;
  }

  static int close(sqlite3_file* file) {
    of(file)->disk->open_.erase(of(file));
    delete of(file)->unsynced;
    return of(file)->real()->pMethods->xClose(of(file)->real());
  }

  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    FaultyDisk& disk = of(vfs);
    if (const int code = disk.step(false); code != SQLITE_OK) return SQLITE_IOERR_DELETE;
    return disk.real_->xDelete(disk.real_, name, sync_folder);
  }

  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    File& mine = *of(file);
    const int code = mine.disk->step(false);
    const bool half = code != SQLITE_OK && mine.disk->plan_.fault == Fault::short_write;
    if (code != SQLITE_OK && !half) return code;
    const int written = half ? size / 2 : size;
    mine.disk->note(mine, at, written);
    const int real = mine.real()->pMethods->xWrite(mine.real(), bytes, written, at);
    return half ? code : real;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    File& mine = *of(file);
    if (const int code = mine.disk->step(false); code != SQLITE_OK) return SQLITE_IOERR_TRUNCATE;
    sqlite3_int64 before = 0;
    mine.real()->pMethods->xFileSize(mine.real(), &before);
    mine.disk->note(mine, size, std::max<sqlite3_int64>(before - size, 0));
    return mine.real()->pMethods->xTruncate(mine.real(), size);
  }

  static int sync(sqlite3_file* file, int) {
    if (const int code = of(file)->disk->step(true); code != SQLITE_OK) return code;
    of(file)->unsynced->clear();
    return SQLITE_OK;
  }

  // The rest is the real file's.
  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all = [] {
      sqlite3_io_methods m{};
      m.iVersion = 2;  // not 3: no mapping, which would go past us
      m.xClose = close;
      m.xRead = [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
        return of(f)->real()->pMethods->xRead(of(f)->real(), to, size, at);
      };
      m.xWrite = write;
      m.xTruncate = truncate;
      m.xSync = sync;
      m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
        return of(f)->real()->pMethods->xFileSize(of(f)->real(), size);
      };
      m.xLock = [](sqlite3_file* f, int lock) { return of(f)->real()->pMethods->xLock(of(f)->real(), lock); };
      m.xUnlock = [](sqlite3_file* f, int lock) { return of(f)->real()->pMethods->xUnlock(of(f)->real(), lock); };
      m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
        return of(f)->real()->pMethods->xCheckReservedLock(of(f)->real(), out);
      };
      m.xFileControl = [](sqlite3_file* f, int what, void* value) {
        return of(f)->real()->pMethods->xFileControl(of(f)->real(), what, value);
      };
      m.xSectorSize = [](sqlite3_file* f) { return of(f)->real()->pMethods->xSectorSize(of(f)->real()); };
      m.xDeviceCharacteristics = [](sqlite3_file* f) {
        return of(f)->real()->pMethods->xDeviceCharacteristics(of(f)->real());
      };
      m.xShmMap = [](sqlite3_file* f, int region, int size, int extend, void volatile** to) {
        return of(f)->real()->pMethods->xShmMap(of(f)->real(), region, size, extend, to);
      };
      m.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
        return of(f)->real()->pMethods->xShmLock(of(f)->real(), offset, n, flags);
      };
      m.xShmBarrier = [](sqlite3_file* f) { of(f)->real()->pMethods->xShmBarrier(of(f)->real()); };
      m.xShmUnmap = [](sqlite3_file* f, int remove_too) {
        return of(f)->real()->pMethods->xShmUnmap(of(f)->real(), remove_too);
      };
      return m;
    }();
    return &all;
  }

  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;
  Plan plan_{};
  std::uint64_t steps_ = 0;
  bool happened_ = false;
  std::minstd_rand dice_{};
  std::set<File*> open_{};
};

// SQLite's memory, of which a piece is refused when told to. There is one in the program; it must be made before SQLite
// is used for the first time.
class FaultyMemory {
 public:
  FaultyMemory() {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
    sqlite3_mem_methods mine = real;
    mine.xMalloc = [](int size) { return refused() ? nullptr : real.xMalloc(size); };
    mine.xRealloc = [](void* old, int size) { return refused() ? nullptr : real.xRealloc(old, size); };
    installed = sqlite3_config(SQLITE_CONFIG_MALLOC, &mine) == SQLITE_OK;
  }

  // The piece asked for at `at` from here on, counted from 1, and all behind it or not.
  static void fail(std::uint64_t at, bool for_good) {
    left = at;
    failing = true;
    for_ever = for_good;
    happened = false;
  }
  static void heal() { failing = false; }

  static inline bool installed = false;
  static inline bool happened = false;

 private:
  static bool refused() {
    if (!failing || left == 0) return failing && for_ever;
    if (--left > 0) return false;
    happened = true;
    return true;
  }

  static inline sqlite3_mem_methods real{};
  static inline std::uint64_t left = 0;
  static inline bool failing = false;
  static inline bool for_ever = false;
};

}  // namespace sayso
