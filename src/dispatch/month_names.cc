// A sorted table of months' names, in the forms that dates have ("maja", "сентября"), with usual short forms. Leaves
// out on purpose: names that are another month elsewhere (Croatian "listopad" is October, Polish "listopada" November).
#include "dispatch/month_names.h"

#include <algorithm>
#include <utility>

namespace sayso::dispatch {
namespace {

constexpr std::pair<std::string_view, unsigned> month_names[] = {
    {"abr", 4},        {"abril", 4},      {"ago", 8},         {"agosto", 8},        {"agustus", 8},
    {"aout", 8},       {"août", 8},       {"apr", 4},         {"april", 4},         {"aprile", 4},
    {"aprilie", 4},    {"apríl", 4},      {"aralık", 12},     {"aug", 8},           {"august", 8},
    {"augusti", 8},    {"augustus", 8},   {"avr", 4},         {"avril", 4},         {"ağustos", 8},
    {"března", 3},     {"czerwca", 6},    {"dec", 12},        {"december", 12},     {"decembre", 12},
    {"decembrie", 12}, {"desember", 12},  {"dez", 12},        {"dezember", 12},     {"dezembro", 12},
    {"dic", 12},       {"dicembre", 12},  {"diciembre", 12},  {"disember", 12},     {"dubna", 4},
    {"déc", 12},       {"décembre", 12},  {"ekim", 10},       {"ene", 1},           {"enero", 1},
    {"eylül", 9},      {"feb", 2},        {"febbraio", 2},    {"feber", 2},         {"febrero", 2},
    {"februar", 2},    {"februari", 2},   {"februarie", 2},   {"february", 2},      {"febrúar", 2},
    {"fev", 2},        {"fevereiro", 2},  {"fevrier", 2},     {"févr", 2},          {"février", 2},
    {"gen", 1},        {"gennaio", 1},    {"giu", 6},         {"giugno", 6},        {"grudnia", 12},
    {"haziran", 6},    {"ianuarie", 1},   {"iulie", 7},       {"iunie", 6},         {"jan", 1},
    {"janeiro", 1},    {"januar", 1},     {"januari", 1},     {"january", 1},       {"janv", 1},
    {"janvier", 1},    {"janúar", 1},     {"juil", 7},        {"juillet", 7},       {"juin", 6},
    {"jul", 7},        {"julai", 7},      {"julho", 7},       {"juli", 7},          {"julio", 7},
    {"july", 7},       {"jun", 6},        {"june", 6},        {"junho", 6},         {"juni", 6},
    {"junio", 6},      {"jänner", 1},     {"júlí", 7},        {"júní", 6},          {"kasım", 11},
    {"května", 5},     {"kwietnia", 4},   {"ledna", 1},       {"lipca", 7},         {"listopada", 11},
    {"listopadu", 11}, {"lug", 7},        {"luglio", 7},      {"lutego", 2},        {"maart", 3},
    {"mac", 3},        {"mag", 5},        {"maggio", 5},      {"mai", 5},           {"maio", 5},
    {"maj", 5},        {"maja", 5},       {"mar", 3},         {"marca", 3},         {"march", 3},
    {"maret", 3},      {"mars", 3},       {"mart", 3},        {"martie", 3},        {"marts", 3},
    {"marzo", 3},      {"março", 3},      {"may", 5},         {"mayo", 5},          {"mayıs", 5},
    {"maí", 5},        {"mei", 5},        {"mrt", 3},         {"mrz", 3},           {"mär", 3},
    {"märz", 3},       {"nisan", 4},      {"noiembrie", 11},  {"nov", 11},          {"november", 11},
    {"novembre", 11},  {"novembro", 11},  {"noviembre", 11},  {"nóvember", 11},     {"ocak", 1},
    {"oct", 10},       {"october", 10},   {"octobre", 10},    {"octombrie", 10},    {"octubre", 10},
    {"ogos", 8},       {"okt", 10},       {"oktober", 10},    {"október", 10},      {"ott", 10},
    {"ottobre", 10},   {"out", 10},       {"outubro", 10},    {"października", 10}, {"prosince", 12},
    {"sep", 9},        {"sept", 9},       {"september", 9},   {"septembre", 9},     {"septembrie", 9},
    {"septiembre", 9}, {"set", 9},        {"setembro", 9},    {"setiembre", 9},     {"settembre", 9},
    {"sierpnia", 8},   {"srpna", 8},      {"stycznia", 1},    {"temmuz", 7},        {"września", 9},
    {"září", 9},       {"ágúst", 8},      {"února", 2},       {"července", 7},      {"června", 6},
    {"října", 10},     {"şubat", 2},      {"απριλίου", 4},    {"αυγούστου", 8},     {"δεκεμβρίου", 12},
    {"ιανουαρίου", 1}, {"ιουλίου", 7},    {"ιουνίου", 6},     {"μαΐου", 5},         {"μαρτίου", 3},
    {"νοεμβρίου", 11}, {"οκτωβρίου", 10}, {"σεπτεμβρίου", 9}, {"φεβρουαρίου", 2},   {"августа", 8},
    {"апреля", 4},     {"березня", 3},    {"вересня", 9},     {"грудня", 12},       {"декабря", 12},
    {"жовтня", 10},    {"июля", 7},       {"июня", 6},        {"квітня", 4},        {"липня", 7},
    {"листопада", 11}, {"лютого", 2},     {"марта", 3},       {"мая", 5},           {"ноября", 11},
    {"октября", 10},   {"сентября", 9},   {"серпня", 8},      {"січня", 1},         {"травня", 5},
    {"февраля", 2},    {"червня", 6},     {"января", 1},      {"أبريل", 4},         {"أغسطس", 8},
    {"أكتوبر", 10},    {"ديسمبر", 12},    {"سبتمبر", 9},      {"فبراير", 2},        {"مارس", 3},
    {"مايو", 5},       {"نوفمبر", 11},    {"يناير", 1},       {"يوليو", 7},         {"يونيو", 6},
};
static_assert(std::ranges::is_sorted(month_names));

}  // namespace

unsigned month_named(std::string_view lower_case) {
  const auto* const at =
      std::ranges::lower_bound(month_names, lower_case, {}, &std::pair<std::string_view, unsigned>::first);
  return at != std::end(month_names) && at->first == lower_case ? at->second : 0;
}

}  // namespace sayso::dispatch
