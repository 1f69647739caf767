/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { LIMITS } from '@core/model/limits'
import type { FailureCode } from '@core/protocol/failures'
import type { NotebookEntry } from '@core/protocol/views'
import { newId } from '../../shared/lib/new-id'
import { usePage } from '../context'
import { Deed, Frame } from '../parts/frame'
import { newNotebookCode } from '../../shared/lib/notebook-code'
import { NotebookEntries } from './notebook-entries'

type Open = { readonly code: string; readonly entries: readonly NotebookEntry[] }

const problemOf = (code: FailureCode | undefined): string =>
  code === 'slow-down' ? 'phoneMore:notebook.slow' : 'phoneMore:notebook.failed'

/** What is done to a notebook while it is open. Neither code nor words are kept on the phone. */
const useNotebook = () => {
  const { phone, say, t } = usePage()
  const [open, setOpen] = useState<Open | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const load = async (code: string, mayBeEmpty: boolean): Promise<void> => {
    const reply = await phone.client?.request('notebook.open', { code })
    if (!reply?.ok) return setProblem(t(problemOf(reply?.error.code)))
    if (reply.value.entries.length === 0 && !mayBeEmpty) return setProblem(t('phoneMore:notebook.none'))
    setProblem(null)
    return setOpen({ code, entries: reply.value.entries })
  }
  const change = async (work: 'share' | 'remove', entry: NotebookEntry): Promise<void> => {
    if (!open) return
    const { code } = open
    const { id } = entry
    const reply =
      work === 'share'
        ? await phone.client?.request('notebook.share', { id, code, shared: !entry.shared })
        : await phone.client?.request('notebook.remove', { id, code })
    if (!reply?.ok) return setProblem(t(problemOf(reply?.error.code)))
    return load(code, true)
  }
  const write = async (text: string): Promise<boolean> => {
    if (!open) return false
    const reply = await phone.client?.request('notebook.write', { id: newId(), code: open.code, text })
    if (!reply?.ok) {
      setProblem(t(problemOf(reply?.error.code)))
      return false
    }
    say(t('phoneMore:notebook.saved'))
    await load(open.code, true)
    return true
  }
  return { open, problem, load, change, write, begin: (code: string) => setOpen({ code, entries: [] }) }
}

/** One's own notebook: with the page, code and words are gone from the phone. */
export const NotebookScreen = () => {
  const { setPanel, t } = usePage()
  const { open, problem, load, change, write, begin } = useNotebook()
  const [fresh, setFresh] = useState<string | null>(null)
  const leave = (
    <Deed plain onClick={() => setPanel(null)}>
      {t(open ? 'phoneMore:notebook.close' : 'participant:head.close')}
    </Deed>
  )
  const wrong =
    problem === null ? null : (
      <p class="problem" role="alert">
        {problem}
      </p>
    )
  if (open) {
    return (
      <Frame key="open" title={t('phoneMore:notebook.title')} foot={leave}>
        {wrong}
        <Writing onWrite={write} />
        <NotebookEntries
          entries={open.entries}
          onShare={(entry) => void change('share', entry)}
          onRemove={(entry) => void change('remove', entry)}
        />
      </Frame>
    )
  }
  if (fresh !== null) {
    return (
      <Frame
        key="fresh"
        title={t('phoneMore:notebook.fresh')}
        lead={t('phoneMore:notebook.freshText')}
        foot={
          <>
            <Deed onClick={() => begin(fresh)}>{t('phoneMore:notebook.noted')}</Deed>
            {leave}
          </>
        }
      >
        <p class="fresh-code">{fresh}</p>
      </Frame>
    )
  }
  return (
    <Gate onOpen={(code) => void load(code, false)} foot={leave}>
      {wrong}
      <button type="button" class="link" onClick={() => setFresh(newNotebookCode())}>
        {t('phoneMore:notebook.begin')}
      </button>
    </Gate>
  )
}

type GateProps = {
  readonly onOpen: (code: string) => void
  readonly foot: preact.ComponentChildren
  readonly children: preact.ComponentChildren
}

const LEAST = 4

const Gate = ({ onOpen, foot, children }: GateProps) => {
  const { say, t } = usePage()
  const [code, setCode] = useState('')
  const short = code.trim().length < LEAST
  return (
    <form
      class="as-page"
      onSubmit={(event) => {
        event.preventDefault()
        if (!short) onOpen(code.trim())
      }}
    >
      <Frame
        key="gate"
        title={t('phoneMore:notebook.title')}
        lead={t('phoneMore:notebook.lead')}
        foot={
          <>
            <Deed type="submit" missing={short ? t('phoneMore:notebook.codeHint') : null} onMissing={say}>
              {t('phoneMore:notebook.open')}
            </Deed>
            {foot}
          </>
        }
      >
        <div class="code">
          <label for="notebook-code">{t('phoneMore:notebook.code')}</label>
          <input
            id="notebook-code"
            class="code-field"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={60}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <p class="small quiet">{t('phoneMore:notebook.codeHint')}</p>
        </div>
        {children}
      </Frame>
    </form>
  )
}

const Writing = ({ onWrite }: { readonly onWrite: (text: string) => Promise<boolean> }) => {
  const { t } = usePage()
  const [text, setText] = useState('')
  const save = async (): Promise<void> => {
    if (text.trim() !== '' && (await onWrite(text.trim()))) setText('')
  }
  return (
    <div class="write">
      <label class="strong" for="notebook-words">
        {t('phoneMore:notebook.new')}
      </label>
      <textarea
        id="notebook-words"
        class="words"
        dir="auto"
        rows={4}
        autocomplete="off"
        maxLength={LIMITS.long}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button
        type="button"
        class="small-deed"
        aria-disabled={text.trim() === '' ? true : undefined}
        onClick={() => void save()}
      >
        {t('phoneMore:notebook.save')}
      </button>
    </div>
  )
}
