import type { CSSProperties } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import type { Stage } from '@core/model/session'
import { useT } from '../../shared/i18n/use-t'
import { useClient, useReplica, useRoom, useSettings, useTurnout } from '../../shared/replica/react'
import { useWidth } from '../../shared/charts/use-width'
import { createPictureSource } from './picture-source'

/** The picture is drawn at this width and made smaller as a whole, so that lines break as on the projector. */
const DRAWN_WIDTH = 1280

interface RoomPictureProps {
  readonly stage: Stage
  readonly groupId: string | null
}

/** What the room sees now, in small: the projector's own page in a frame. What it is stands beside it in words. */
export const RoomPicture = ({ stage, groupId }: RoomPictureProps) => {
  const t = useT()
  const client = useClient()
  const replica = useReplica()
  const room = useRoom()
  const settings = useSettings()
  const turnout = useTurnout('voteId' in stage ? stage.voteId : null)
  const [box, width] = useWidth<HTMLDivElement>()
  const facts = useRef({ room, settings, turnout })
  const source = useMemo(() => createPictureSource(client, replica, () => facts.current), [client, replica])
  useEffect(() => {
    facts.current = { room, settings, turnout }
    source.factsChanged()
  }, [source, room, settings, turnout])
  useEffect(() => {
    window.polyphonyPicture = source.open
    return () => {
      window.polyphonyPicture = undefined
      source.stop()
    }
  }, [source])
  const style: CSSProperties & Record<'--shrunk', number> = { '--shrunk': width / DRAWN_WIDTH }
  const group = groupId === null ? '' : `#group=${encodeURIComponent(groupId)}`
  return (
    <div className="room-picture" ref={box} style={style} aria-hidden="true">
      <iframe key={group} src={`./projector.html${group}`} title={t('room:projector.now')} tabIndex={-1} />
    </div>
  )
}
