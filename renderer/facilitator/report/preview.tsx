import { useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { useRequest } from '../../shared/replica/react'
import { ProblemNote } from '../outcomes/problem-note'
import type { ReportAsk } from './report-kit'

interface PreviewProps {
  readonly ask: ReportAsk
  readonly stamp: number
}

/** The finished page with every choice in it, drawn by the same code as the file, in a frame that runs nothing. */
export const Preview = ({ ask, stamp }: PreviewProps) => {
  const t = useT()
  const request = useRequest()
  const [url, setUrl] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let current = true
    void request('export.preview', ask).then((answer) => {
      if (!current) return
      if (answer.ok) setUrl(answer.value.url)
      setFailure(answer.ok ? null : answer.error)
    })
    return () => {
      current = false
    }
  }, [request, ask, stamp])
  return (
    <section className="report-preview" aria-labelledby="report-preview">
      <h2 id="report-preview">{t('reportPlace:preview')}</h2>
      <ProblemNote failure={failure} />
      {url === null ? (
        <p className="quiet">{failure === null ? t('common:loading') : null}</p>
      ) : (
        <iframe className="report-frame" title={t('reportPlace:previewFrame')} src={url} sandbox="" />
      )}
    </section>
  )
}
