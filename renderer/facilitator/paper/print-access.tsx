import { useRef, useState } from 'react'
import { LANGUAGES } from '@core/text/languages'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRoom } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { ExportState } from '../report/export-state'
import { useExport } from '../report/use-export'
import { PrintFrame } from './print-frame'
import type { PageFacts } from './print-frame'
import { printAsk, useFinished } from './use-finished'
import './print.css'

const RoomNotes = () => {
  const t = useT()
  const room = useRoom()
  return (
    <>
      {room?.open === true ? null : <p className="notice notice-warn">{t('paper:access.closed')}</p>}
      {room?.wifi ? null : <p className="quiet">{t('paper:access.noWifi')}</p>}
      {room?.open === true && room.locked ? <p className="notice notice-warn">{t('paper:access.locked')}</p> : null}
    </>
  )
}

/** Wi-Fi, square and code on a sheet for the wall or the table, one page for each language. */
export const PrintAccess = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const frame = useRef<HTMLIFrameElement>(null)
  const job = useExport()
  const [langs, setLangs] = useState<readonly string[]>(['en'])
  const [facts, setFacts] = useState<PageFacts | null>(null)
  const what = langs.length === 0 ? null : { kind: 'access' as const, langs: [...langs] }
  const finished = useFinished(what)
  const obstacle =
    what === null ? t('paper:access.noLanguage') : finished.url === null ? t('common:loading') : undefined
  const toggle = (code: string, on: boolean): void =>
    setLangs(LANGUAGES.map((one) => one.code).filter((one) => (one === code ? on : langs.includes(one))))
  return (
    <Dialog title={t('paper:access.title')} onClose={onClose} wide>
      <div className="paper-print">
        <div className="paper-choices">
          <fieldset className="paper-langs">
            <legend className="paper-label">{t('paper:access.languages')}</legend>
            {LANGUAGES.map(({ code, name, reviewed }) => (
              <label key={code} className="tick">
                <input
                  type="checkbox"
                  checked={langs.includes(code)}
                  onChange={(event) => toggle(code, event.target.checked)}
                />
                <span>
                  <span lang={code}>{name}</span>
                  {reviewed ? null : <span className="tag">{t('paper:print.notReviewed')}</span>}
                </span>
              </label>
            ))}
          </fieldset>
          {facts?.pages == null ? null : <p role="status">{t('paper:print.pages', { count: facts.pages })}</p>}
          <RoomNotes />
          <ExportState job={job} />
        </div>
        <PrintFrame finished={finished} frame={frame} onFacts={setFacts} />
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('common:close')}</Button>
        <Button unavailable={obstacle} onClick={() => void (what && job.run({ ...printAsk(what), formats: ['html'] }))}>
          {t('paper:print.save')}
        </Button>
        <Button kind="primary" unavailable={obstacle} onClick={() => frame.current?.contentWindow?.print()}>
          {t('paper:print.print')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
