// The benchmarks that sayso-eval runs: one subcommand a file. Each takes its own arguments, prints a table (or, with
// --json, one flat object) on stdout, and returns 0, or 1 if something could not be read, or 2 for wrong use.
#pragma once

namespace sayso::eval {

int run_gold(int argc, char** argv);
int run_conllu(int argc, char** argv);
int run_places(int argc, char** argv);
int run_timex(int argc, char** argv);
int run_losses(int argc, char** argv);
int run_codes(int argc, char** argv);
int run_attribution(int argc, char** argv);
int run_muc4(int argc, char** argv);
int run_isaf(int argc, char** argv);
int run_first_look(int argc, char** argv);
int run_feeds(int argc, char** argv);
int run_html_tokens(int argc, char** argv);
int run_article(int argc, char** argv);
int run_metadata(int argc, char** argv);

}  // namespace sayso::eval
