import {
  admission,
  allTied,
  blank_one,
  blank_other,
  everyVoiceFirst,
  everyVoiceTop,
  everyVoiceTopSeveral,
  first,
  firstTied,
  hiddenLines,
  invalid_one,
  invalid_other,
  joined,
  moreThanPresent,
  nobodyVoted,
  overallOnly,
  unstated,
  voicesFirst,
} from '../../../resources/locales/en/result.json'
import words from '../../../resources/locales/en/phoneMore.json'
import { addEnglish } from '../model/words'
import { MineScreen } from './mine'
import { NotebookScreen } from './notebook'
import { ProposeScreen } from './propose'
import { PulseScreen } from './pulse'
import { ResultScreen } from './result'

addEnglish('phoneMore', words)
// Of a result, what a phone says: the first sentence, what all voices share, and the notes.
addEnglish('result', {
  admission,
  allTied,
  blank_one,
  blank_other,
  everyVoiceFirst,
  everyVoiceTop,
  everyVoiceTopSeveral,
  first,
  firstTied,
  hiddenLines,
  invalid_one,
  invalid_other,
  joined,
  moreThanPresent,
  nobodyVoted,
  overallOnly,
  unstated,
  voicesFirst,
})

export const moreScreens = { MineScreen, NotebookScreen, ProposeScreen, PulseScreen, ResultScreen }
