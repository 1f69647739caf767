interface ChoiceWordsProps {
  readonly name: string
  /** What it means, in a sentence; the input refers to it by this id. */
  readonly about: string
  readonly aboutId: string
}

/** The words of one choice out of several: its name, and under it what it means. */
export const ChoiceWords = ({ name, about, aboutId }: ChoiceWordsProps) => (
  <span className="choice-words">
    <b>{name}</b>
    <span id={aboutId} className="quiet">
      {about}
    </span>
  </span>
)
