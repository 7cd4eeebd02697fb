import { Failed } from "../components/Failed";
import { say } from "../components/Notices";
import { RuleForm } from "../components/RuleForm";
import { useSaveWorkSettings, useWorkSettings } from "../hooks/work_settings";
import { ReminderFrame } from "../reminders/ReminderTabs";
import { t } from "../text/t";

export function WorkSettingsPage() {
  const settings = useWorkSettings();
  const save = useSaveWorkSettings();
  if (settings.error) return <Failed error={settings.error} again={() => void settings.refetch()} />;
  if (!settings.data) return null;
  return (
    <ReminderFrame title="ui.work_settings.title" lead={t("ui.work_settings.lead")}>
      <RuleForm
        key={settings.data.version}
        rules={settings.data}
        saving={{ ...save, mutate: (form) => save.mutate(form, { onSuccess: () => say({ text: t("ui.rules.saved") }) }) }}
      />
    </ReminderFrame>
  );
}
