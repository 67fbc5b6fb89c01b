// Package batch audits many shops: a list, a queue of jobs in NATS JetStream
// (embedded, or a cluster), workers, and a folder with the results. Whatever
// ends a run, the same run goes on where it was: what is done stands in the
// journal, and the queue is always rebuilt from the list less the journal.
//
// # The folder
//
//	DIR/
//	  results.jsonl        the journal: one report.Line for each finished shop
//	  summary.csv          one row for each shop, in the order of the list
//	  profile.csv          what was taken for seller, customers and kind, with
//	                       the proof; to be corrected and given as the list
//	  index.html           the overview, where one was made
//	  shops/SLUG.EXT       the report of each shop, one file for each format
//	  history/DAY-N.jsonl  journals of earlier runs, N counting from 1 on a day
//	  .batch/              of the program: lock, run.json, queue/
//
// SLUG is Slug of the shop's target, EXT is Extension of the format; both can
// be told from a line of the journal alone. summary.csv has the columns of
// SummaryHeader. run.json says with what settings the folder was filled.
//
// # The journal
//
// A line is written after the reports of its shop, and is on the disk before
// the job counts as done. A shop that was interrupted has no line. A line that
// was torn by a crash is cut off when the folder is opened. Lines stand in the
// order in which shops finished; a run that ends puts them into the order of
// the list, so that two runs of the same shops give the same bytes but for
// times. Each target stands there once.
package batch
