import { IconChartDots, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { HomeView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { useClient, useRequest } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { useHome } from '../home/use-home'
import { ProblemNote } from '../outcomes/problem-note'
import { CompareDrawing } from './compare-drawing'
import type { Draft } from './pick-draft'
import { firstDraft, kindsOf, sourcesOf } from './pick-draft'
import { PickPreview } from './pick-preview'
import { SourceTicks } from './source-ticks'
import { useStart } from './use-comparison'

interface KindFieldProps {
  readonly view: HomeView
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

const KindField = ({ view, draft, onChange }: KindFieldProps) => {
  const t = useT()
  const count = {
    all: view.sessions.length,
    labs: view.labs.length,
    files: draft.fileIds.length,
    folder: 0,
    samples: view.samples.length,
  }
  return (
    <fieldset className="choice-group">
      <legend>{t('compare:pick.label')}</legend>
      {kindsOf(view).map((kind) => (
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
    case 'samples':
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
        <div className="compare-folder">
          <label className="field">
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
          <PickFolder onFolder={(path) => onChange({ path })} />
        </div>
      )
  }
}

/** The computer's own dialog, where the app has one. */
const PickFolder = ({ onFolder }: { readonly onFolder: (path: string) => void }) => {
  const t = useT()
  const request = useRequest()
  const asks = useClient().welcome()?.capabilities.nativeDialogs === true
  const pick = async (): Promise<void> => {
    const picked = await request('folder.pick', {})
    if (!picked.ok) reportFailure(picked.error)
    else if (picked.value.folder !== null) onFolder(picked.value.folder)
  }
  return asks ? (
    <Button icon={<IconFolder size={17} stroke={1.75} />} onClick={() => void pick()}>
      {t('compare:pick.folder.choose')}
    </Button>
  ) : null
}

const Nothing = ({ view }: { readonly view: HomeView }) => {
  const t = useT()
  const start = useStart()
  return (
    <EmptyState
      drawing={<CompareDrawing />}
      title={t('compare:none.title')}
      text={t('compare:none.text')}
      actions={
        <>
          {view.samples.length === 0 ? null : (
            <Button icon={<IconChartDots size={17} stroke={1.75} />} onClick={() => void start({ kind: 'samples' })}>
              {t('compare:none.samples')}
            </Button>
          )}
          <Button onClick={() => void runAction('file.new')}>{t('home:newSession')}</Button>
        </>
      }
      tip={t('compare:none.tip')}
    />
  )
}

const Choice = ({ view, failure }: { readonly view: HomeView; readonly failure: Failure | null }) => {
  const t = useT()
  const start = useStart()
  const empty = view.sessions.length === 0
  const [draft, setDraft] = useState<Draft>(() => firstDraft(view))
  const onChange = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const of = sourcesOf(draft)
  return (
    <div className="compare-pick-page">
      <form
        className="compare-choice"
        onSubmit={(event) => {
          event.preventDefault()
          if (of) void start(of)
        }}
      >
        {empty ? <Nothing view={view} /> : null}
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
      {empty ? null : <PickPreview view={view} draft={draft} />}
    </div>
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
