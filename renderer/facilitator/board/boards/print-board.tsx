import { useEffect, useMemo, useRef, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { Board } from '@core/model/board'
import { formatsOf } from '@core/report/formats'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { Segmented } from '../../../shared/look/segmented'
import { useRequest } from '../../../shared/replica/react'
import { Dialog, DialogActions } from '../../app/dialog'
import { ProblemNote } from '../../outcomes/problem-note'
import { ExportState } from '../../report/export-state'
import { FormatField } from '../../report/format-field'
import { PlanNote } from '../../report/plan-note'
import { ProfileField } from '../../report/profile-field'
import { REPORT_LANG } from '../../report/report-kit'
import type { Format, Profile } from '../../report/report-kit'
import { useExport } from '../../report/use-export'
import { usePlan, useSettled } from '../../report/use-plan'
import './boards.css'

type Paper = 'a4' | 'a3'
const OFFERED = formatsOf('board')
type What = { readonly kind: 'board'; readonly boardId: string; readonly paper: Paper }

/** The finished pages, drawn by the same code as the file. */
const useFinished = (
  what: What,
  profile: Profile,
): { readonly url: string | null; readonly failure: Failure | null } => {
  const request = useRequest()
  const [url, setUrl] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { boardId, paper } = what
  useEffect(() => {
    let current = true
    const asked = request('export.preview', { profile, lang: REPORT_LANG, what: { kind: 'board', boardId, paper } })
    void asked.then((answer) => {
      if (!current) return
      setUrl(answer.ok ? answer.value.url : null)
      setFailure(answer.ok ? null : answer.error)
    })
    return () => {
      current = false
    }
  }, [request, boardId, paper, profile])
  return { url, failure }
}

interface PrintBoardProps {
  readonly board: Board
  readonly onClose: () => void
}

/** A board on paper: for whom, how large, how it will look; then to the printer or into a file. */
export const PrintBoard = ({ board, onClose }: PrintBoardProps) => {
  const t = useT()
  const [paper, setPaper] = useState<Paper>('a4')
  const [profile, setProfile] = useState<Profile>('participants')
  const what: What = useMemo(() => ({ kind: 'board', boardId: board.id, paper }), [board.id, paper])
  const [formats, setFormats] = useState<readonly Format[]>(['pdf'])
  const plan = usePlan(useSettled({ profile, lang: REPORT_LANG, what }), 0)
  const { url, failure } = useFinished(what, profile)
  const frame = useRef<HTMLIFrameElement>(null)
  const job = useExport()
  const save = async (): Promise<void> => await job.run({ profile, lang: REPORT_LANG, formats: [...formats], what })
  const obstacle =
    formats.length === 0 ? t('reportPlace:format.none') : job.busy ? t('reportPlace:state.busy') : undefined
  return (
    <Dialog title={t('board:print.title', { board: labelText(t, board.label) })} onClose={onClose} wide>
      <div className="print-board">
        <div className="print-choices">
          <ProfileField profile={profile} onChoose={setProfile} />
          <div className="field">
            <span className="print-label">{t('board:print.paper')}</span>
            <Segmented
              name={t('board:print.paper')}
              value={paper}
              onChange={setPaper}
              segments={[
                { value: 'a4', label: t('board:print.a4') },
                { value: 'a3', label: t('board:print.a3') },
              ]}
            />
          </div>
          <PlanNote plan={plan} profile={profile} />
          <FormatField offered={OFFERED} formats={formats} onChoose={setFormats} />
        </div>
        <div className="print-preview">
          <ProblemNote failure={failure} />
          {url === null ? (
            <p className="quiet">{failure === null ? t('common:loading') : null}</p>
          ) : (
            // Runs nothing; of the page's own origin, so that this page may send it to the printer.
            <div className="print-frame">
              <iframe ref={frame} title={t('board:print.preview')} src={url} sandbox="allow-same-origin allow-modals" />
            </div>
          )}
        </div>
      </div>
      <ExportState job={job} />
      <DialogActions>
        <Button onClick={onClose}>{t('common:close')}</Button>
        <Button unavailable={obstacle} onClick={() => void save()}>
          {t('board:print.save')}
        </Button>
        <Button
          kind="primary"
          unavailable={url === null ? t('common:loading') : undefined}
          onClick={() => frame.current?.contentWindow?.print()}
        >
          {t('board:print.print')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
