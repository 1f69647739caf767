import { expect, test } from 'vitest'
import type { Mutation } from '../../helpers/mutants'
import { mutantChecks } from '../../helpers/mutants'

const STATES = 6_000

// The sync of the sidecar folder's own name is not among them: in the lives these checks play, the snapshot that marks the
// session as open syncs the same parent. A ballot box alone in a new folder needs it, and ballot-box.test.ts holds that.
const MUTATIONS: readonly Mutation[] = [
  {
    name: 'the batch is not synced',
    file: 'storage/frame-writer.ts',
    find: 'if (handle.durableWrites) return',
    put: 'return',
  },
  { name: 'the snapshot is not synced', file: 'storage/snapshot-adapter.ts', find: 'await handle.sync()', put: '' },
  {
    name: 'the copy of the snapshot before is not synced',
    file: 'storage/file-copy.ts',
    find: 'await handle.sync()',
    put: '',
  },
  { name: 'a new file is not synced', file: 'storage/file-helpers.ts', find: 'await handle.sync()', put: '' },
  {
    name: 'the name of the replaced file is not synced',
    file: 'storage/snapshot-adapter.ts',
    find: 'await deps.fs.syncFolder(layout.parent)',
    put: '',
  },
  {
    name: 'the name of a new journal is not synced',
    file: 'storage/generations.ts',
    find: 'await deps.fs.syncFolder(layout.folder)',
    put: '',
  },
  {
    name: 'the name of the key is not synced',
    file: 'storage/ballot-box.ts',
    find: 'await deps.fs.syncFolder(keyFolder(deps))',
    put: '',
  },
  {
    name: 'the name of the box is not synced',
    file: 'storage/ballot-box.ts',
    find: 'await fs.syncFolder(layout.folder)',
    put: '',
  },
  {
    name: 'the end of the key is not synced',
    file: 'storage/ballot-box.ts',
    find: 'await deps.fs.unlink(path)\n    await deps.fs.syncFolder(keyFolder(deps))',
    put: 'await deps.fs.unlink(path)',
  },
  {
    name: 'the checksum of a frame is not looked at',
    file: 'storage/frames.ts',
    find: 'hex8(crc32(payload)) !== crc ||',
    put: '',
  },
  {
    name: 'damage in the middle is taken for a torn write',
    file: 'storage/frames.ts',
    find: 'frame.durable > at',
    put: 'false',
  },
  {
    name: 'the hash of a snapshot is not looked at',
    file: 'load/open-document.ts',
    find: 'tools.sha256(afterFirstLine(bytes)) === header.data.sha256',
    put: 'true',
  },
  {
    name: 'what was written is not read back',
    file: 'storage/snapshot-adapter.ts',
    find: 'if (!header.includes(',
    put: 'if (false && !header.includes(',
  },
  {
    name: 'journals go before the snapshot that replaces them is written',
    file: 'storage/generations.ts',
    find: 'await write(generation, moment, true)',
    put: 'await removeJournals(deps, layout, (found) => found < generation)\n      await write(generation, moment, true)',
  },
  {
    name: 'the journal of the snapshot before is not kept',
    file: 'storage/generations.ts',
    find: 'found < keepFrom',
    put: 'found < generation',
  },
  {
    name: 'the snapshot before does not say what replaced it',
    file: 'storage/replay.ts',
    find: 'journal.generation === opened.followedBy',
    put: 'journal.generation > generation',
  },
  {
    name: 'a journal does not name the next one',
    file: 'storage/journal-pump.ts',
    find: 'nextFrame(moment.lastSeq, journal.generation)',
    put: '',
  },
  {
    name: 'a missing journal is not missed',
    file: 'storage/replay.ts',
    find: "return proven ? null : { code: 'JournalMissing'",
    put: "return proven || true ? null : { code: 'JournalMissing'",
  },
  {
    name: 'changes are acknowledged before they are written',
    file: 'storage/journal-pump.ts',
    find: 'const batch = this.#take()\n    try {\n      await journal.write(',
    put: 'const batch = this.#take()\n    for (const { durable } of batch) durable()\n    try {\n      await journal.write(',
  },
  {
    name: 'changes are acknowledged before the file says that a journal stands beside it',
    file: 'storage/journal-pump.ts',
    find: 'await this.#generations.snapshot(journal.generation, moment)\n      await this.#adopt(journal)',
    put: 'void this.#generations.snapshot(journal.generation, moment).catch(() => {})\n      await this.#adopt(journal)',
  },
]

test('the store as it is passes the checks', { timeout: 120_000 }, async () => {
  const { storageProblems } = await mutantChecks(null)
  expect(await storageProblems(STATES)).toEqual([])
})

test.each(MUTATIONS)('caught: $name', { timeout: 120_000 }, async (mutation) => {
  const { storageProblems } = await mutantChecks(mutation)
  const caught = await storageProblems(STATES).catch((error: unknown) => [String(error)])
  expect(caught.length).toBeGreaterThan(0)
})
