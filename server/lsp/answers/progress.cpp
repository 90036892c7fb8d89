#include "server/lsp/answers/progress.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/endpoint.h"
#include "server/lsp/machine/scheduler.h"

namespace lsp {
namespace {

// What is shared with the client's answer, which may come after the work has ended.
struct Display {
  enum class State { asked, shown, refused };
  protocol::Endpoint& endpoint;
  types::ProgressToken token;
  std::string title;
  State state = State::asked;
  bool ended = false;

  template <class Value>
  void send(const Value& value) const {
    endpoint.notify<protocol::Progress>({.token = token, .value = types::encode(value)});
  }
  void answered(bool accepted) {
    state = accepted ? State::shown : State::refused;
    if (!accepted) return;
    send(types::WorkDoneProgressBegin{.title = title, .percentage = 0});
    if (ended) send(types::WorkDoneProgressEnd{});
  }
  void end() {
    ended = true;
    if (state == State::shown) send(types::WorkDoneProgressEnd{});
  }
};

class ShownProgress : public Sites::Progress {
 public:
  ShownProgress(Scheduler& scheduler, std::shared_ptr<Display> display)
      : scheduler_(scheduler), display_(std::move(display)) {}
  ~ShownProgress() override {
    scheduler_.post([display = display_] { display->end(); });
  }
  ShownProgress(const ShownProgress&) = delete;
  ShownProgress& operator=(const ShownProgress&) = delete;

  void report(std::size_t done, std::size_t total) override {
    if (display_->state != Display::State::shown || total == 0) return;
    const auto percentage = static_cast<std::uint32_t>(std::min(done, total) * 100 / total);
    display_->send(types::WorkDoneProgressReport{
        .message = std::to_string(done) + "/" + std::to_string(total), .percentage = percentage});
  }

 private:
  Scheduler& scheduler_;
  std::shared_ptr<Display> display_;
};

}  // namespace

std::shared_ptr<Sites::Progress> ProgressDisplays::begin(std::string title) {
  auto display = std::make_shared<Display>(
      Display{endpoint_, "jekyll-ls/" + std::to_string(++count_), std::move(title)});
  endpoint_.call<protocol::WorkDoneProgressCreate>(
      {.token = display->token},
      [display](const protocol::Outcome<protocol::WorkDoneProgressCreate>& outcome) {
        display->answered(!std::holds_alternative<protocol::ResponseError>(outcome));
      });
  return std::make_shared<ShownProgress>(scheduler_, std::move(display));
}

}  // namespace lsp
