import { Logo } from '../../shared/look/logo'

/** A picture with one sentence, where there is nothing to show. */
export const Note = ({ text }: { readonly text: string }) => (
  <main className="note-picture">
    <Logo size={84} />
    <p>{text}</p>
  </main>
)
