/**
 * The closed list of what can go wrong across a boundary. Words for each stand in `resources/locales/<lang>/errors.json`
 * under the same code: what happened, what is safe, what to do.
 */
export const FAILURES = [
  // the message
  'bad-message',
  'too-large',
  'too-many-messages',
  'unknown-request',
  'not-allowed',
  'protocol-too-old',
  'protocol-too-new',
  'timed-out',
  'offline',
  'internal',
  // getting in
  'wrong-code',
  'slow-down',
  'room-closed',
  'room-locked',
  'room-full',
  'link-used',
  'wrong-token',
  'no-network',
  'port-in-use',
  // the document
  'no-session',
  'not-found',
  'already-there',
  'changed-meanwhile',
  'text-empty',
  'text-too-long',
  'too-many',
  'wrong-value',
  'still-used',
  'last-one',
  'not-empty',
  'wrong-place',
  'session-is-closed',
  'read-only',
  'nothing-to-undo',
  'nothing-to-redo',
  // contributing and voting
  'step-closed',
  'wrong-secret',
  'vote-not-open',
  'vote-already-open',
  'vote-closed',
  'vote-frozen',
  'already-answered',
  'too-few-options',
  'too-many-dots',
  'too-many-on-one',
  'wrong-ballot',
  'old-ballot',
  'channel-not-allowed',
  'method-not-ready',
  // files (also the names of storage's failures)
  'file-missing',
  'not-json',
  'not-ours',
  'newer-format',
  'file-too-large',
  'not-an-image',
  'images-full',
  'too-deep',
  'too-many-nodes',
  'bad-encoding',
  'forbidden-key',
  'bad-schema',
  'no-valid-snapshot',
  'journal-missing',
  'journal-gap',
  'journal-corrupt-middle',
  'rolled-back',
  'locked-by-other',
  'fenced',
  'changed-outside',
  'disk-full',
  'disk-error',
  'read-only-place',
  'storage-stalled',
  'folder-missing',
  'target-exists',
  'job-cancelled',
  'dialog-cancelled',
] as const

export type FailureCode = (typeof FAILURES)[number]
export type FailureParams = { readonly [name: string]: string | number }

/** Why something was refused: a code and the figures its words need. Never prose, never a path. */
export type Failure = { readonly code: FailureCode; readonly params?: FailureParams }

export const failure = (code: FailureCode, params?: FailureParams): Failure => (params ? { code, params } : { code })
