"""Who may touch what is kept for ever."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class KeptForEver(ModelPermissionPolicy):
    """Records of who held what: they end, and nobody deletes them, the break-glass account included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return super().user_has_any_permission(user, set(actions) - {"delete"})

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        return self.user_has_any_permission(user, actions)
