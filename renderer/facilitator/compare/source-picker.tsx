import { IconChartDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { HomeView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { runAction } from '../app/actions'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useHome } from '../home/use-home'
import { ProblemNote } from '../outcomes/problem-note'
import type { Sources } from './comparison'
import { SourceTicks } from './source-ticks'
import { useStart } from './use-comparison'

const KINDS = ['all', 'labs', 'files', 'folder'] as const
type Kind = (typeof KINDS)[number]

type Draft = {
  readonly kind: Kind
  readonly labIds: readonly string[]
  readonly fileIds: readonly string[]
  readonly path: string
}

const sourcesOf = ({ kind, labIds, fileIds, path }: Draft): Sources | null => {
  switch (kind) {
    case 'all':
      return { kind }
    case 'labs':
      return labIds.length === 0 ? null : { kind, labIds: [...labIds] }
    case 'files':
      return fileIds.length === 0 ? null : { kind, fileIds: [...fileIds] }
    case 'folder':
      return path.trim() === '' ? null : { kind, path: path.trim() }
  }
}

interface KindFieldProps {
  readonly view: HomeView
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

const KindField = ({ view, draft, onChange }: KindFieldProps) => {
  const t = useT()
  const count = { all: view.sessions.length, labs: view.labs.length, files: draft.fileIds.length, folder: 0 }
  return (
    <fieldset className="choice-group">
      <legend>{t('compare:pick.label')}</legend>
      {KINDS.map((kind) => (
        <label key={kind} className="choice" data-chosen={kind === draft.kind || undefined}>
          <input type="radio" name="sources" checked={kind === draft.kind} onChange={() => onChange({ kind })} />
          <b>{t(`compare:pick.${kind}.name`)}</b>
          <span className="quiet small">{t(`compare:pick.${kind}.text`, { count: count[kind] })}</span>
        </label>
      ))}
    </fieldset>
  )
}

const Details = ({ view, draft, onChange }: KindFieldProps) => {
  const t = useT()
  switch (draft.kind) {
    case 'all':
      return null
    case 'labs':
      return (
        <SourceTicks
          label={t('compare:pick.labs.name')}
          items={view.labs.map(({ labId, name, country, sessions }) => ({
            id: labId,
            name,
            hint: [country, t('home:sessions', { count: sessions })].filter(Boolean).join(' · '),
          }))}
          chosen={draft.labIds}
          onChoose={(labIds) => onChange({ labIds })}
        />
      )
    case 'files':
      return (
        <SourceTicks
          label={t('compare:pick.files.name')}
          items={view.sessions.map(({ fileId, title, labName, day }) => ({
            id: fileId,
            name: title,
            hint: labName,
            day,
          }))}
          chosen={draft.fileIds}
          onChoose={(fileIds) => onChange({ fileIds })}
        />
      )
    case 'folder':
      return (
        <label className="field compare-folder">
          <span className="field-label">{t('compare:pick.folder.path')}</span>
          <input
            className="input"
            value={draft.path}
            placeholder={view.dataDir}
            spellCheck={false}
            onChange={(event) => onChange({ path: event.target.value })}
          />
          <span className="field-hint">{t('compare:pick.folder.hint')}</span>
        </label>
      )
  }
}

const Choice = ({ view, failure }: { readonly view: HomeView; readonly failure: Failure | null }) => {
  const t = useT()
  const start = useStart()
  const empty = view.sessions.length === 0
  const [draft, setDraft] = useState<Draft>({
    kind: empty ? 'folder' : 'all',
    labIds: view.labs.map(({ labId }) => labId),
    fileIds: [],
    path: '',
  })
  const onChange = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const of = sourcesOf(draft)
  return (
    <form
      className="compare-choice"
      onSubmit={(event) => {
        event.preventDefault()
        if (of) void start(of)
      }}
    >
      {empty ? (
        <EmptyState
          title={t('compare:none.title')}
          text={t('compare:none.text')}
          actions={<Button onClick={() => void runAction('file.new')}>{t('home:newSession')}</Button>}
          tip={t('compare:none.tip')}
        />
      ) : null}
      {view.sessions.length === 1 ? <p className="note">{t('compare:one')}</p> : null}
      <ProblemNote failure={failure} />
      {empty ? null : <KindField view={view} draft={draft} onChange={onChange} />}
      <Details view={view} draft={draft} onChange={onChange} />
      <div className="actions">
        <Button
          kind="primary"
          type="submit"
          icon={<IconChartDots size={17} stroke={1.75} />}
          unavailable={of === null ? t(`compare:pick.missing.${draft.kind}`) : undefined}
        >
          {t('compare:pick.start')}
        </Button>
      </div>
    </form>
  )
}

/** Which sessions stand side by side. */
export const SourcePicker = ({ failure }: { readonly failure: Failure | null }) => {
  const t = useT()
  const home = useHome()
  return (
    <PlaceFrame ground="sheet" header={<PlaceHeader title={t('compare:pick.title')} lead={t('compare:pick.lead')} />}>
      {home.view === null ? (
        <ProblemNote failure={home.failure} />
      ) : (
        <Choice view={home.view} failure={failure ?? home.failure} />
      )}
    </PlaceFrame>
  )
}
