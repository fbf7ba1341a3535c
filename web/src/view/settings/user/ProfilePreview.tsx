import { Show } from "solid-js";
import { avatarUrl, bannerUrl } from "~/api/cdn";
import { t } from "~/i18n";
import { Markdown } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { colourOf } from "~/ui/identity";
import { makeReferences } from "../../channel/references";

/** The card that others will see, while it is being written. */
export function ProfilePreview(props: {
  id: string;
  name: string;
  username: string;
  pronouns: string;
  bio: string;
  color: number;
}) {
  const colour = () =>
    props.color ? `#${props.color.toString(16).padStart(6, "0")}` : colourOf(props.id).background;
  const app = useApp();
  const me = () => app.session.me();
  const references = makeReferences(app, "");
  return (
    <section class="flex flex-col gap-2" aria-label={t("settings.preview")}>
      <p class="label-text" aria-hidden="true">
        {t("settings.preview")}
      </p>
      <div class="float rounded-lg! overflow-hidden">
        <div
          class="bg-cover bg-center"
          classList={{ "h-25": Boolean(bannerUrl(me())), "h-16": !bannerUrl(me()) }}
          style={{
            "background-color": colour(),
            "background-image": bannerUrl(me()) && `url("${bannerUrl(me())}")`,
          }}
        />
        <div class="flex flex-col gap-3 px-4 pb-5 -mt-9">
          <span class="flex self-start p-1 rounded-full bg-bg-float [--avatar-ground:var(--bg-float)]">
            <Avatar id={props.id} name={props.name} src={avatarUrl(me())} size={64} status="online" />
          </span>
          <div class="min-w-0">
            <p class="title-md break-words">{props.name}</p>
            <p class="text-sm text-fg-1 break-words">
              @{props.username}
              {props.pronouns && ` · ${props.pronouns}`}
            </p>
          </div>
          <Show when={props.bio}>
            <div class="text-sm leading-5.5 text-fg-1 break-words">
              <Markdown text={props.bio} references={references} />
            </div>
          </Show>
        </div>
      </div>
    </section>
  );
}
