import { useMemo, useState } from 'react'
import { isVoiceSlot } from '@core/charts/voice-looks'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { VoiceMark } from '../../../shared/look/voice-mark'
import { useOrdered, useReplica } from '../../../shared/replica/react'
import { Dialog, DialogActions } from '../../app/dialog'
import { sourceOfText } from '../../import/table-source'
import { cellsOf, keyAt, zoneAt, zoneOfKey } from '../model/grid'
import { PASTE_LIMIT, readList, sameWords } from '../model/paste'
import type { PastedLine, PastedList } from '../model/paste'
import { useBoardWork } from '../state/board-context'
import type { ListPlace } from '../state/board-deeds'
import { VoiceSelect } from './voice-select'

/** Lines shown of what would become cards. */
const PREVIEW = 8

const SOURCES = ['import', 'paper', 'facilitator'] as const satisfies readonly ListPlace['source'][]

const Preview = ({ lines, voiceId }: { readonly lines: readonly PastedLine[]; readonly voiceId: string | null }) => {
  const t = useT()
  const voices = useOrdered('voice')
  return (
    <ul className="paste-preview">
      {lines.slice(0, PREVIEW).map((line, at) => {
        const voice = voices.find((one) => one.id === (line.voiceId ?? voiceId))
        return (
          // Lines may repeat; they never change their order here.
          <li key={`${at} ${line.text}`} dir="auto">
            {voice && isVoiceSlot(voice.slot) ? (
              <VoiceMark voice={voice.slot} size={13} label={labelText(t, voice.label)} />
            ) : null}
            <span>{line.text}</span>
            {line.twice ? <span className="tag">{t('board:paste.twice')}</span> : null}
          </li>
        )
      })}
      {lines.length > PREVIEW ? (
        <li className="quiet">{t('board:paste.more', { count: lines.length - PREVIEW })}</li>
      ) : null}
    </ul>
  )
}

const Counts = ({ list, count }: { readonly list: PastedList; readonly count: number }) => {
  const t = useT()
  return (
    <p role="status" className="paste-count">
      {count === 0 ? t('board:paste.none') : t('board:paste.count', { count })}
      {list.tooLong > 0 ? ` ${t('board:paste.tooLong', { count: list.tooLong })}` : null}
      {list.over > 0 ? ` ${t('board:paste.over', { count: list.over, limit: PASTE_LIMIT })}` : null}
    </p>
  )
}

/** What the lines of the field would become here. */
const usePasted = (text: string): PastedList => {
  const t = useT()
  const replica = useReplica()
  const { board } = useBoardWork()
  const voices = useOrdered('voice')
  const [present] = useState(() => {
    const own = [...replica.view.card.values()].filter((card) => card.boardId === board.id && card.revealed)
    return new Set(own.map((card) => sameWords(card.text)))
  })
  return useMemo(() => {
    const known = voices.map((voice) => ({ id: voice.id, name: labelText(t, voice.label) }))
    return readList(text, known, present)
  }, [text, voices, t, present])
}

const SourceSelect = (props: {
  readonly value: ListPlace['source']
  readonly onChange: (source: ListPlace['source']) => void
}) => {
  const t = useT()
  return (
    <div className="field">
      <label htmlFor="paste-source">{t('board:drawer.source')}</label>
      <select
        id="paste-source"
        className="input"
        value={props.value}
        onChange={(event) => props.onChange(SOURCES.find((one) => one === event.target.value) ?? 'import')}
      >
        {SOURCES.map((source) => (
          <option key={source} value={source}>
            {t(`board:source.${source}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

const ZoneSelect = ({ value, onChange }: { readonly value: string; readonly onChange: (key: string) => void }) => {
  const t = useT()
  const { grid, zoneName } = useBoardWork()
  return (
    <div className="field">
      <label htmlFor="paste-zone">{t('board:paste.zone')}</label>
      <select id="paste-zone" className="input" value={value} onChange={(event) => onChange(event.target.value)}>
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
  )
}

/** A list from elsewhere becomes cards, one per line; what will be is shown before. `begin`: what a dropped file says. */
export const PasteList = ({ begin, onClose }: { readonly begin: string; readonly onClose: () => void }) => {
  const t = useT()
  const { grid, deeds, ui } = useBoardWork()
  const [text, setText] = useState(begin)
  const [voice, setVoice] = useState<string | null>(null)
  const [source, setSource] = useState<ListPlace['source']>('import')
  const [zone, setZone] = useState(keyAt(grid, { column: 0, row: 0 }))
  const [skips, setSkips] = useState(true)
  const [busy, setBusy] = useState(false)
  const list = usePasted(text)
  const twice = list.lines.filter((line) => line.twice).length
  const lines = skips ? list.lines.filter((line) => !line.twice) : list.lines
  const count = lines.length
  const take = async (): Promise<void> => {
    setBusy(true)
    const added = await deeds.addList(lines, { zone: zoneOfKey(zone), voiceId: voice, source })
    setBusy(false)
    const left = lines.slice(added).map((line) => line.text)
    if (left.length > 0) return setText(left.join('\n'))
    ui.patch({ note: { text: t('board:paste.added', { count: added }), undoable: true } })
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
            data-autofocus
            rows={8}
            dir="auto"
            value={text}
            aria-describedby="paste-hint"
            onChange={(event) => setText(event.target.value)}
          />
          <p id="paste-hint" className="field-hint">
            {t('board:paste.hint')}
          </p>
        </div>
        <div className="field-row">
          <VoiceSelect value={voice} onChange={setVoice} />
          <ZoneSelect value={zone} onChange={setZone} />
          <SourceSelect value={source} onChange={setSource} />
        </div>
        {twice > 0 ? (
          <label className="tick">
            <input type="checkbox" checked={skips} onChange={(event) => setSkips(event.target.checked)} />
            {t('board:paste.skip', { count: twice })}
          </label>
        ) : null}
        <Counts list={list} count={count} />
        {list.lines.length === 0 ? null : <Preview lines={lines} voiceId={voice} />}
        <DialogActions>
          <Button
            onClick={() => ui.patch({ pasting: null, importing: text.trim() === '' ? 'choose' : sourceOfText(text) })}
          >
            {t('board:paste.table')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            kind="primary"
            unavailable={count === 0 ? t('board:paste.none') : busy ? t('board:paste.busy') : undefined}
            onClick={() => void take()}
          >
            {t('board:paste.take', { count })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
