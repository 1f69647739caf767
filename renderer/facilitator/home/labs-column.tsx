import {
  IconBook2,
  IconCircleCheck,
  IconClockExclamation,
  IconDeviceLaptop,
  IconLayoutGrid,
  IconPlus,
} from '@tabler/icons-react'
import type { HomeView, LabCard, SampleCard } from '@core/protocol/views'
import { useState } from 'react'
import { runAction } from '../app/actions'
import { showDialog } from '../app/panels'
import { useFormat } from '../app/use-format'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useRoom } from '../../shared/replica/react'
import { useOpen } from './use-open'
import { slotOf, voiceName } from './words'
import './labs.css'

const LabWaiting = ({ lab }: { readonly lab: LabCard }) => {
  const t = useT()
  const { list } = useFormat()
  const waiting = [
    ...(lab.lateTasks > 0 ? [t('home:late', { count: lab.lateTasks })] : []),
    ...(lab.decisionsDue > 0 ? [t('home:due', { count: lab.decisionsDue })] : []),
  ]
  if (waiting.length === 0) {
    return (
      <p className="lab-waiting lab-calm">
        <IconCircleCheck size={17} stroke={1.75} aria-hidden="true" />
        {lab.openTasks > 0 ? t('home:nothingLate', { count: lab.openTasks }) : t('home:nothingWaiting')}
      </p>
    )
  }
  return (
    <p className="lab-waiting">
      <IconClockExclamation size={17} stroke={1.75} aria-hidden="true" />
      {list(waiting)}
    </p>
  )
}

const LabRow = ({ lab }: { readonly lab: LabCard }) => {
  const t = useT()
  const open = useOpen()
  const sessions = t('home:sessions', { count: lab.sessions })
  return (
    <li className="lab-row">
      <div className="lab-head">
        <h3>
          <button type="button" className="row-button" onClick={() => void open.session(lab.newestFileId, lab.name)}>
            {lab.name}
          </button>
        </h3>
        <span className="lab-marks">
          {lab.voices.slice(0, 8).map((voice) => (
            <VoiceMark
              key={`${voice.slot}-${voice.name}`}
              voice={slotOf(voice)}
              size={12}
              label={voiceName(t, voice.name)}
            />
          ))}
        </span>
      </div>
      <p className="small quiet">
        {[lab.country, sessions].filter(Boolean).join(' · ')} ·{' '}
        <button
          type="button"
          className="btn btn-link"
          aria-label={t('home:openLabOf', { lab: lab.name })}
          onClick={() => void open.lab(lab.newestFileId, lab.name)}
        >
          {t('home:openLab')}
        </button>
      </p>
      <LabWaiting lab={lab} />
    </li>
  )
}

const SampleRow = ({ sample }: { readonly sample: SampleCard }) => {
  const open = useOpen()
  const last = sample.parts.length - 1
  return (
    <li className="sample-row">
      <IconBook2 size={18} stroke={1.75} aria-hidden="true" />
      <div>
        <button type="button" className="row-button" onClick={() => void open.sample(sample.id, last, sample.name)}>
          {sample.name}
        </button>
        {last < 1 ? null : (
          <p className="sample-parts small">
            {sample.parts.slice(0, -1).map((part, index) => (
              <button
                key={part.day}
                type="button"
                className="btn btn-link"
                onClick={() => void open.sample(sample.id, index, sample.name)}
              >
                {part.title}
              </button>
            ))}
          </p>
        )}
      </div>
      <span className="small quiet">{sample.place}</span>
    </li>
  )
}

const FilePlace = ({ dataDir }: { readonly dataDir: string }) => {
  const t = useT()
  const room = useRoom()
  return (
    <div className="note file-place">
      <IconDeviceLaptop size={19} stroke={1.75} aria-hidden="true" />
      <p>
        {t('home:filesIn')} <b className="file-path">{dataDir}</b>
        {'. '}
        {room?.open === true ? t('home:roomOpen', { port: room.port }) : t('home:noPort')}
      </p>
    </div>
  )
}

/** As many as leave the samples in sight; the rest is asked for. */
const FIRST_LABS = 6

const Labs = ({ labs }: { readonly labs: readonly LabCard[] }) => {
  const t = useT()
  const [all, setAll] = useState(false)
  return (
    <section>
      <h2>{t('home:labs')}</h2>
      <ul className="lab-list">
        {(all ? labs : labs.slice(0, FIRST_LABS)).map((lab) => (
          <LabRow key={lab.labId} lab={lab} />
        ))}
      </ul>
      <div className="lab-deeds">
        <button type="button" className="lab-new" onClick={() => showDialog({ kind: 'new-session' })}>
          <IconPlus size={16} stroke={2} aria-hidden="true" />
          {t('home:newLab')}
        </button>
        <button type="button" className="lab-new" onClick={() => void runAction('view.compare')}>
          <IconLayoutGrid size={16} stroke={1.9} aria-hidden="true" />
          {t('home:compare')}
        </button>
        {labs.length > FIRST_LABS ? (
          <button type="button" className="btn btn-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('home:showFewer') : t('home:allLabs', { count: labs.length })}
          </button>
        ) : null}
      </div>
    </section>
  )
}

/** The right column: labs with what waits in them, samples to play with, where the files are. */
export const LabsColumn = ({ view }: { readonly view: HomeView }) => {
  const t = useT()
  return (
    <aside className="labs-column sheet" data-area="labs" tabIndex={-1} aria-label={t('home:labs')}>
      {view.labs.length === 0 ? null : <Labs labs={view.labs} />}
      {view.samples.length === 0 ? null : (
        <section>
          <h2>{t('home:samples')}</h2>
          <p className="small quiet">{t('home:samplesText')}</p>
          <ul className="sample-list">
            {view.samples.map((sample) => (
              <SampleRow key={sample.id} sample={sample} />
            ))}
          </ul>
        </section>
      )}
      <FilePlace dataDir={view.dataDir} />
    </aside>
  )
}
