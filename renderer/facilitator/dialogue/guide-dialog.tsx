import { IconFileExport } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import { formatsOf } from '@core/report/formats'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { useRequest } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { ProblemNote } from '../outcomes/problem-note'
import { ExportState } from '../report/export-state'
import { FormatField } from '../report/format-field'
import { PlanNote } from '../report/plan-note'
import type { Format } from '../report/report-kit'
import { REPORT_LANG } from '../report/report-kit'
import { useExport } from '../report/use-export'
import { usePlan, useSettled } from '../report/use-plan'

type Readers = 'participants' | 'public'

const READERS: readonly Readers[] = ['participants', 'public']
const OFFERED = formatsOf('guide')

/** The page as it will be printed, drawn by the same code as the file. */
const GuidePage = ({ round, readers }: { readonly round: number; readonly readers: Readers }) => {
  const t = useT()
  const request = useRequest()
  const [url, setUrl] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let current = true
    const what = { kind: 'guide', round } as const
    void request('export.preview', { profile: readers, lang: REPORT_LANG, what }).then((answer) => {
      if (!current) return
      if (answer.ok) setUrl(answer.value.url)
      setFailure(answer.ok ? null : answer.error)
    })
    return () => {
      current = false
    }
  }, [request, round, readers])
  if (failure !== null) return <ProblemNote failure={failure} />
  if (url === null) return <p className="quiet">{t('common:loading')}</p>
  return <iframe className="guide-frame" title={t('dialogue:guide.frame')} src={url} sandbox="" />
}

interface GuideDialogProps {
  readonly round: number
  readonly roundName: string
  readonly onClose: () => void
}

/** The guide for the next round: read it as it will be, then write or print it. */
export const GuideDialog = ({ round, roundName, onClose }: GuideDialogProps) => {
  const t = useT()
  const job = useExport()
  const [readers, setReaders] = useState<Readers>('participants')
  const [formats, setFormats] = useState<readonly Format[]>(['html'])
  const obstacle =
    formats.length === 0 ? t('reportPlace:format.none') : job.busy ? t('reportPlace:state.busy') : undefined
  const what = useMemo(() => ({ kind: 'guide', round }) as const, [round])
  const plan = usePlan(useSettled({ profile: readers, lang: REPORT_LANG, what }), 0)
  return (
    <Dialog wide title={t('dialogue:guide.title', { round, name: roundName })} onClose={onClose}>
      <p>{t('dialogue:guide.lead')}</p>
      <Segmented<Readers>
        name={t('dialogue:guide.readers')}
        value={readers}
        segments={READERS.map((value) => ({ value, label: t(`dialogue:guide.for.${value}`) }))}
        onChange={setReaders}
      />
      <GuidePage round={round} readers={readers} />
      <PlanNote plan={plan} profile={readers} />
      <FormatField offered={OFFERED} formats={formats} onChoose={setFormats} />
      <ExportState job={job} />
      <DialogActions>
        <Button onClick={onClose}>{t('common:close')}</Button>
        <Button
          kind="primary"
          icon={<IconFileExport size={17} stroke={1.75} />}
          unavailable={obstacle}
          onClick={() => void job.run({ profile: readers, lang: REPORT_LANG, formats: [...formats], what })}
        >
          {t('dialogue:guide.write')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
