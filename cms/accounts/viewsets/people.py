"""The list of people: Wagtail's own, with accounts opened, locked and closed by our services."""

from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.users.utils import user_can_delete_user
from wagtail.users.views import users
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction

from .. import services
from ..forms import PersonForm
from ..models import User
from ..views import deed_buttons


def may_delete(user: Any, person: User) -> bool:
    """Only an account that was never used can be deleted, by whoever may do so at all."""
    return user_can_delete_user(user, person) and not person.has_data


class PersonFilterSet(WagtailFilterSet):
    """By whether they may sign in, and what they sit on."""

    is_active = django_filters.BooleanFilter(label=_("May sign in"))
    closed = django_filters.BooleanFilter(
        field_name="closed_at", lookup_expr="isnull", exclude=True, label=_("Closed for ever")
    )

    class Meta:
        model = User
        fields: list[str] = []


class PersonIndexView(users.IndexView):
    """People, with the deeds that whoever looks may do. Nothing is deleted from the list."""

    search_fields = ["full_name", "email", "phone"]
    add_item_label = _("Add a person")
    page_title = _("People")

    @property
    def columns(self) -> list[Column]:
        name = self._get_title_column_class(users.UserColumn)(
            "name", accessor="full_name", label=_("Name"), sort_key="full_name", get_url=self.get_edit_url
        )
        return [
            name,
            Column("email", label=_("E-mail"), sort_key="email"),
            BooleanColumn("is_active", label=_("May sign in"), sort_key="is_active"),
            BooleanColumn("must_change_password", label=_("Must change the password")),
            DateColumn("closed_at", label=_("Closed"), sort_key="closed_at"),
            DateColumn("last_login", label=_("Last sign-in"), sort_key="last_login"),
        ]

    def get_filterset_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_filterset_kwargs()
        kwargs.pop("is_searching")  # Wagtail's own filter by group asks for it; ours has none.
        return kwargs

    def order_queryset(self, queryset: Any) -> Any:
        return super(users.IndexView, self).order_queryset(queryset)

    def get_delete_url(self, instance: User) -> None:
        return None

    def get_list_more_buttons(self, instance: User) -> list[Any]:
        return super().get_list_more_buttons(instance) + deed_buttons(instance, self.request.user)


class PersonCreateView(users.CreateView):
    """Opens an account; the one-time password is shown once, to whoever opened it."""

    page_title = _("Add a person")

    def save_instance(self) -> User:
        person = self.form.save(commit=False)
        self.password = services.open_account(person, by=self.request.user)
        return person

    def get_success_message(self, instance: User) -> str:
        facts = {"person": instance, "password": self.password}
        return _("%(person)s can sign in once with %(password)s. Hand it over in person: it is shown only now.") % facts


class PersonEditView(users.EditView):
    """Who the person is; a tick gives a new one-time password."""

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.can_delete = may_delete(request.user, self.object)

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_delete_url(self) -> str | None:
        return super().get_delete_url() if self.can_delete else None

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if "one_time_password" not in request.POST:
            return super().post(request, *args, **kwargs)
        password = services.issue_password(self.object, by=request.user)
        facts = {"person": self.object, "password": password}
        message = _("%(person)s can sign in once with %(password)s. Hand it over in person: it is shown only now.")
        messages.success(request, message % facts)
        return self.get(request, *args, **kwargs)


class PersonDeleteView(users.DeleteView):
    """Only for accounts that nobody ever used."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_delete(request.user, self.get_object()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class PersonViewSet(users.UserViewSet):
    """People, without Wagtail's groups: rights come from seats."""

    icon = "user"
    menu_label = _("People")
    menu_name = "users"
    ordering = "full_name"
    filterset_class = PersonFilterSet
    index_view_class = PersonIndexView
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    delete_view_class = PersonDeleteView
    copy_view_enabled = False
    template_prefix = "accounts/people/"

    def get_form_class(self, for_update: bool = False) -> type[PersonForm]:
        return PersonForm


class NeverInBulk:
    """Accounts are handled one by one, each with its reason."""

    def check_perm(self, obj: User) -> bool:
        return False


class NoBulkDelete(NeverInBulk, DeleteBulkAction):
    """Takes the place of Wagtail's deletion of many users."""


class NoBulkActiveState(NeverInBulk, SetActiveStateBulkAction):
    """Takes the place of Wagtail's switch, which asks for no reason."""


class NoBulkRoles(NeverInBulk, AssignRoleBulkAction):
    """Takes the place of Wagtail's groups, which mean nothing here."""


NEVER_IN_BULK = (NoBulkDelete, NoBulkActiveState, NoBulkRoles)
