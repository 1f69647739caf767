import { useState } from 'react'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { Dialog, DialogActions } from '../../app/dialog'
import { cellsOf, keyAt, zoneAt, zoneOfKey } from '../model/grid'
import { PASTE_LIMIT, readList } from '../model/paste'
import { useBoardWork } from '../state/board-context'
import { VoiceSelect } from './voice-select'

/** Lines shown of what would become cards. */
const PREVIEW = 6

/** A list from elsewhere becomes cards, one per line; what will be is shown before. */
export const PasteList = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const { grid, deeds, ui, zoneName } = useBoardWork()
  const [text, setText] = useState('')
  const [voice, setVoice] = useState<string | null>(null)
  const [zone, setZone] = useState(keyAt(grid, { column: 0, row: 0 }))
  const [done, setDone] = useState<number | null>(null)
  const list = readList(text)
  const count = list.lines.length
  const take = async (): Promise<void> => {
    setDone(0)
    const added = await deeds.addList(list.lines, { zone: zoneOfKey(zone), voiceId: voice }, setDone)
    setDone(null)
    if (added < count) return setText(list.lines.slice(added).join('\n'))
    ui.patch({ note: { text: t('board:paste.added', { count: added }), undoable: false } })
    return onClose()
  }
  return (
    <Dialog title={t('board:paste.title')} onClose={onClose} wide>
      <div className="paste-list">
        <div className="field">
          <label htmlFor="paste-text">{t('board:paste.label')}</label>
          <textarea
            id="paste-text"
            className="input"
            rows={9}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="field-row">
          <VoiceSelect value={voice} onChange={setVoice} />
          <div className="field">
            <label htmlFor="paste-zone">{t('board:paste.zone')}</label>
            <select id="paste-zone" className="input" value={zone} onChange={(event) => setZone(event.target.value)}>
              {cellsOf(grid).map((cell) => {
                const key = keyAt(grid, cell)
                return (
                  <option key={key} value={key}>
                    {zoneName(zoneAt(grid, cell))}
                  </option>
                )
              })}
            </select>
          </div>
        </div>
        <p role="status" className="paste-count">
          {count === 0 ? t('board:paste.none') : t('board:paste.count', { count })}
          {list.tooLong > 0 ? ` ${t('board:paste.tooLong', { count: list.tooLong })}` : null}
          {list.over > 0 ? ` ${t('board:paste.over', { count: list.over, limit: PASTE_LIMIT })}` : null}
        </p>
        {count === 0 ? null : (
          <ul className="paste-preview">
            {list.lines.slice(0, PREVIEW).map((line, at) => (
              // Lines may repeat; they never change their order here.
              <li key={`${at} ${line}`} dir="auto">
                {line}
              </li>
            ))}
            {count > PREVIEW ? <li className="quiet">{t('board:paste.more', { count: count - PREVIEW })}</li> : null}
          </ul>
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            kind="primary"
            unavailable={count === 0 ? t('board:paste.none') : done === null ? undefined : t('board:paste.busy')}
            onClick={() => void take()}
          >
            {done === null ? t('board:paste.take', { count }) : t('board:paste.progress', { done, count })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
