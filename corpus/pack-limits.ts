/**
 * How large a pack that somebody else made may be. Far above any pack that people write (the bundled one has about a hundred
 * documents), and above the largest that the benchmarks install; far below what fills a disk or a memory.
 */

/** Bytes of the file as it lies on the disk. */
export const FILE_BYTES_MOST = 64 * 1024 * 1024;
/** Bytes after unpacking: 10,000 documents with 100,000 claims are about 60 MB. Counted while unpacking; what a file says of itself is not believed. */
export const UNPACKED_BYTES_MOST = 160 * 1024 * 1024;
/** Objects and lists inside each other; a valid pack has nine. */
export const DEPTH_MOST = 32;
export const DOCUMENTS_MOST = 50_000;
export const CLAIMS_MOST = 500_000;
/** Of one document: a long report has thirty. */
export const DOCUMENT_CLAIMS_MOST = 2_000;
export const ENTITIES_MOST = 100_000;
export const MEASURES_MOST = 2_000;
/** Names of one document; lists of cues and patterns, in words of the pack format "phrases". */
export const LIST_MOST = 20_000;
/** Problems that are told at once; more than that is a file of another kind. */
export const PROBLEMS_SHOWN = 50;
/** Ways in which one pattern may match at one place: gaps and optional words multiply. Those of the bundled pack stay below 400. */
export const PATTERN_WAYS_MOST = 2_000;
/** Work between two looks at the clock takes at most this long: half a frame, so that a page that imports stays at hand. */
export const SLICE_MS = 8;
