/** @jsxImportSource preact */
import { usePage, useWords } from '../context'

export const NotebookLink = () => {
  const { setPanel } = usePage()
  const t = useWords()
  return (
    <button type="button" class="link" onClick={() => setPanel('notebook')}>
      {t('also.notebook')}
    </button>
  )
}
