// The first snapshot of a folder: one walk that only lists, then all files on several threads.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <utility>

#include "server/site/settings/read_config.h"
#include "server/site/site.h"
#include "server/site/snapshot/builder.h"
#include "server/text/path.h"

namespace site {
namespace {

struct Item {
  std::string path;
  PathInfo info;
};

struct Walk {
  std::vector<Item> items;
  std::vector<std::string> outside;
};

class Loader {
 public:
  Loader(std::shared_ptr<const platform::FileSystem> files, const LoadOptions& options)
      : root_(std::move(files)), options_(options) {}

  SitePtr load() {
    prepare();
    walk(sources_.rules->source());
    if (stopped()) return nullptr;
    SiteBuilder builder(sources_);
    read_all(builder);
    if (stopped()) return nullptr;
    builder.set_outside(std::move(found_.outside));
    builder.set_project(read_project_settings(root_->read(project_settings_name).value_or("")));
    report(found_.items.size(), found_.items.size(), true);
    return std::make_shared<const Site>(builder.finish());
  }

 private:
  void prepare() {
    ConfigPtr config = std::make_shared<const Config>(read_configuration());
    const std::string folder = source_folder(*config);
    sources_.files = folder.empty() ? root_ : platform::subfolder(root_, folder);
    sources_.rules = std::make_shared<const PathRules>(config);
    sources_.environment.config = config;
    sources_.environment.zone = dates::TimeZone(config->timezone.empty() ? machine_zone() : config->timezone);
    if (!sources_.environment.zone.known() && options_.warn) {
      options_.warn("unknown time zone \"" + sources_.environment.zone.name() + "\": times are read as UTC");
    }
    sources_.environment.now = options_.now ? sources_.environment.zone.at(options_.now->seconds)
                                            : sources_.environment.zone.at(clock());
  }

  [[nodiscard]] std::string machine_zone() const { return options_.machine_zone; }

  static std::int64_t clock() {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
  }

  [[nodiscard]] Config read_configuration() const {
    std::string file;
    std::string text;
    for (const char* name : {"_config.yml", "_config.yaml", "_config.toml"}) {  // Configuration#config_files
      if (auto read = root_->read(name)) {
        file = name;
        text = std::move(*read);
        break;
      }
    }
    const std::optional<std::string> gemfile = root_->read("Gemfile");
    Config config = read_config(file, text, gemfile.value_or(""));
    const std::string folder = source_folder(config);
    const std::string plugins = text::join_path(folder, config.plugins_dir);
    if (holds_ruby(plugins, 0)) config = read_config(file, std::move(text), gemfile.value_or(""), true);
    config.gemfile = gemfile.has_value();
    return config;
  }

  [[nodiscard]] bool holds_ruby(const std::string& folder, int depth) const {
    if (depth > 8) return false;
    for (const platform::DirectoryEntry& entry : root_->list(folder)) {
      if (!entry.directory && entry.name.ends_with(".rb")) return true;
      if (entry.directory && (entry.outside || holds_ruby(folder + '/' + entry.name, depth + 1))) return true;
    }
    return false;
  }

  void walk(const PathRules::Folder& folder) {
    if (stopped()) return;
    for (const platform::DirectoryEntry& entry : sources_.files->list(folder.path)) {
      std::string path = text::join_path(folder.path, entry.name);
      if (entry.outside) {
        found_.outside.push_back(std::move(path));
      } else if (entry.directory) {
        PathRules::Folder inner = sources_.rules->enter(folder, entry.name, entry.link);
        if (!inner.dropped()) walk(inner);
      } else if (const PathInfo info = sources_.rules->file(folder, entry.name);
                 info.kind != PathKind::none) {
        found_.items.push_back({std::move(path), info});
      }
    }
  }

  // Files are read on several threads, a batch at a time. Whoever finishes one lays it down, and hands what
  // lies there in the order of paths to the builder, unless another thread is doing so: nobody waits, and the
  // indexes grow while files are still being read.
  void read_all(SiteBuilder& builder) {
    constexpr std::size_t batch = 16;
    const std::size_t total = found_.items.size();
    unsigned count =
        options_.threads != 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
    count = static_cast<unsigned>(std::min<std::size_t>(count, total / 32 + 1));
    std::mutex laying;
    // Belong to the lock. The last place of `waiting` stays empty and ends the handing.
    std::vector<std::vector<SourceUnit>> waiting(total / batch + 2);
    std::size_t handed = 0;  // batches that the builder has
    bool handing = false;    // some thread is at it
    std::atomic<std::size_t> next = 0;
    const auto lay_down = [&](std::size_t place, std::vector<SourceUnit> units) {
      const std::lock_guard lock(laying);
      waiting[place] = std::move(units);
      return !std::exchange(handing, true);
    };
    // Empty: there is no more in order, and the next thread may hand on.
    const auto take = [&] {
      const std::lock_guard lock(laying);
      handing = !waiting[handed].empty();
      return handing ? std::exchange(waiting[handed++], {}) : std::vector<SourceUnit>();
    };
    const auto work = [&] {
      for (std::size_t begin = next.fetch_add(batch); begin < total; begin = next.fetch_add(batch)) {
        if (stopped()) return;
        const std::size_t end = std::min(begin + batch, total);
        std::vector<SourceUnit> units;
        units.reserve(batch);
        for (std::size_t i = begin; i < end; ++i) {
          units.push_back(read_unit(sources_, found_.items[i].path, found_.items[i].info));
        }
        report(end, total, false);
        if (!lay_down(begin / batch, std::move(units))) continue;
        for (auto ready = take(); !ready.empty(); ready = take()) {
          for (SourceUnit& unit : ready) {
            if (unit.info.kind != PathKind::none) builder.put(std::move(unit));
          }
        }
      }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < count; ++i) threads.emplace_back(work);
    work();
  }

  [[nodiscard]] bool stopped() const { return options_.stopped && options_.stopped(); }

  void report(std::size_t done, std::size_t total, bool last) {
    if (!options_.progress) return;
    const std::lock_guard lock(progress_);
    const auto now = std::chrono::steady_clock::now();
    if (!last && now - reported_ < std::chrono::milliseconds(100)) return;
    reported_ = now;
    options_.progress(done, total);
  }

  std::shared_ptr<const platform::FileSystem> root_;
  const LoadOptions& options_;
  Sources sources_;
  Walk found_;
  std::mutex progress_;
  std::chrono::steady_clock::time_point reported_;
};

}  // namespace

SitePtr load_site(std::shared_ptr<const platform::FileSystem> files, const LoadOptions& options) {
  return Loader(std::move(files), options).load();
}

}  // namespace site
