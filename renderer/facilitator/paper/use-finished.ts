import { useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import { useRequest } from '../../shared/replica/react'
import { REPORT_LANG } from '../report/report-kit'

export type PrintWhat = NonNullable<RequestArgs<'export.preview'>['what']>

/** For the room: nothing of it is anybody's words. */
const PRINT = { profile: 'participants', lang: REPORT_LANG } as const
export const printAsk = (what: PrintWhat) => ({ ...PRINT, what })

export type Finished = { readonly url: string | null; readonly failure: Failure | null; readonly key: string }
const NOTHING: Finished = { url: null, failure: null, key: '' }

/** Figures are typed one after the other: the preview waits for the last. */
const REST = 250

/** The finished pages, drawn by the same code as the file. `key` tells which wish they are of. Null asks for nothing. */
export const useFinished = (what: PrintWhat | null): Finished => {
  const request = useRequest()
  const [finished, setFinished] = useState<Finished>(NOTHING)
  const key = what === null ? '' : JSON.stringify(what)
  useEffect(() => {
    if (key === '') return undefined
    let current = true
    const ask = async (): Promise<void> => {
      const answer = await request('export.preview', printAsk(JSON.parse(key) as PrintWhat)) // made from it just above
      if (!current) return
      setFinished(answer.ok ? { url: answer.value.url, failure: null, key } : { url: null, failure: answer.error, key })
    }
    const timer = setTimeout(() => void ask(), REST)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [request, key])
  return key === '' ? NOTHING : finished
}
