import result from '../../../resources/locales/en/result.json'
import words from '../../../resources/locales/en/phoneMore.json'
import { addEnglish } from '../model/words'
import { MineScreen } from './mine'
import { NotebookScreen } from './notebook'
import { ProposeScreen } from './propose'
import { PulseScreen } from './pulse'
import { ResultScreen } from './result'

addEnglish('phoneMore', words)
addEnglish('result', result)

export const moreScreens = { MineScreen, NotebookScreen, ProposeScreen, PulseScreen, ResultScreen }
