import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { configure } from '@testing-library/react'
import { vi } from 'vitest'
import type { AnyRecord } from '@core/model/records'

// Whole pages are drawn here, on machines that do other things meanwhile.
configure({ asyncUtilTimeout: 5_000 })
vi.setConfig({ testTimeout: 60_000 })

/** The second session of the families lab: decisions with objections, tasks in all states, a closed vote. */
export const sampleRecords = (): readonly AnyRecord[] => {
  const file = resolve(import.meta.dirname, '../../../resources/samples/families/2.polyphony.json')
  const document: { readonly records: readonly AnyRecord[] } = JSON.parse(readFileSync(file, 'utf8'))
  return structuredClone(document.records)
}

/** What a test is sure to find. */
export const found = <T>(value: T | null | undefined): T => {
  if (value == null) throw new Error('not found')
  return value
}
