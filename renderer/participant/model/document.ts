import { changedRecord } from '@core/change/diff'
import type { Diff } from '@core/change/diff'
import { emptyTables, putRecord, tablesOf } from '@core/model/document'
import type { DocumentView, Tables } from '@core/model/document'
import type { DocChange, Welcome } from '@core/protocol/envelope'
import type { Snapshot } from '@core/protocol/views'
import type { Client } from '../../shared/transport/client'

/** The session as a phone may see it. It only reads: no guesses, no listeners by record, which keeps the page small. */
export type PhoneDocument = { readonly view: () => DocumentView }

export const followDocument = (client: Client, changed: () => void): PhoneDocument => {
  let tables: Tables = emptyTables()
  const open = (snapshot: Snapshot | null): void => {
    tables = snapshot ? tablesOf(snapshot.records) : emptyTables()
    changed()
  }
  const take = (changes: readonly DocChange[]): void => {
    const fit = changes.every(({ diff }) => applied(tables, diff))
    changed()
    if (!fit) client.resync()
  }
  const welcome = ({ session }: Welcome): void => {
    if (session.kind === 'missed') take(session.changes)
    else open(session.kind === 'snapshot' ? session.snapshot : null)
  }
  client.onWelcome(welcome)
  client.on('doc.changed', (change) => take([change]))
  client.on('session.opened', ({ snapshot }) => open(snapshot))
  client.on('session.left', () => open(null))
  return { view: () => tables }
}

/**
 * The host has already checked the diff against the same document, and a phone changes nothing itself: so only a record
 * that is not there shows that something was missed.
 */
const applied = (tables: Tables, { removed = [], changed = [], added = [] }: Diff): boolean => {
  for (const { type, id } of removed) tables[type].delete(id)
  for (const change of changed) {
    const record = tables[change.type].get(change.id)
    if (!record) return false
    putRecord(tables, changedRecord(record, change))
  }
  for (const record of added) putRecord(tables, record)
  return true
}
