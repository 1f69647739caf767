import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage } from '../facilitator-shell/open-page'
import { sampleRecords } from '../outcomes/sample-page'

afterEach(cleanup)

const plan = { files: [], folder: '/labs/reports', existing: [], removed: [{ what: 'names', count: 3 }] } as const

describe('writing the report', () => {
  it('says what is left out, and replaces files only when told to', async () => {
    const asks: unknown[] = []
    const page = await openPage({
      records: sampleRecords(),
      place: { kind: 'report' },
      answers: {
        'export.plan': () => ({ value: plan }),
        'export.preview': () => ({ value: { url: 'about:blank' } }),
        'export.run': (args) => {
          asks.push(args)
          return asks.length === 1 ? { code: 'target-exists' } : { value: { jobId: 'job-1' } }
        },
      },
    })
    expect(await screen.findByText('3 names')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Write the files' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Replace them' }))
    await waitFor(() => expect(asks).toHaveLength(2))
    expect(asks).toMatchObject([{ force: false }, { force: true }])
    const done = { jobId: 'job-1', kind: 'export', state: 'done', done: 1, total: 1 } as const
    page.push('job.changed', { ...done, files: ['meeting.html'], folder: '/labs/reports' })
    expect(await screen.findByText('meeting.html')).toBeTruthy()
  })
})
